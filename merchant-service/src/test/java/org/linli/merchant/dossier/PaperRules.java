package org.linli.merchant.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.merchant.category.Category;
import org.linli.starter.picture.PictureRef;

/** Rule M-1: which papers a merchant has to show. */
class PaperRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");

    private final Papers papers = new Papers();

    @ParameterizedTest
    @EnumSource
    void every_category_asks_for_the_business_licence(Category category) {
        assertThat(codes(papers.requiredFor(category))).contains("business-licence");
    }

    @Test
    void who_sells_food_shows_a_food_permit_and_who_lets_people_sleep_more() {
        assertThat(codes(papers.requiredFor(Category.DINING)))
                .containsExactlyInAnyOrder("business-licence", "food-permit");
        assertThat(codes(papers.requiredFor(Category.LODGING)))
                .containsExactlyInAnyOrder(
                        "business-licence", "hygiene-permit", "fire-safety", "special-trade-licence");
        assertThat(codes(papers.requiredFor(Category.SHOPPING))).containsExactly("business-licence");
    }

    @Test
    void what_is_missing_is_named_in_both_languages() {
        Dossier dossier = Dossier.EMPTY.withPaper("business-licence", picture("p1"));
        List<Paper> missing = papers.missing(Category.DINING, dossier);
        assertThat(codes(missing)).containsExactly("food-permit");
        assertThat(Papers.problems(missing, Locale.SIMPLIFIED_CHINESE))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("papers.food-permit");
                    assertThat(problem.detail()).isEqualTo("食品经营许可证");
                    assertThat(problem.rule()).isEqualTo("M-1");
                });
        assertThat(Papers.problems(missing, Locale.ENGLISH).get(0).detail()).isEqualTo("Food business permit");
    }

    @Test
    void a_paper_for_the_old_premises_does_not_count_after_a_move() {
        Dossier dossier =
                Dossier.EMPTY.withPaper("business-licence", picture("p1")).withPaper("food-permit", picture("p2"));
        Dossier moved = dossier.voiding(papers.placeBound(), NOW);
        assertThat(papers.missing(Category.DINING, dossier)).isEmpty();
        assertThat(codes(papers.missing(Category.DINING, moved))).containsExactly("food-permit");
        Dossier anew = moved.withPaper("food-permit", picture("p3"));
        assertThat(papers.missing(Category.DINING, anew)).isEmpty();
        assertThat(anew.papers()).hasSize(3);
    }

    @Test
    void a_dossier_has_room_for_so_many_and_no_more() {
        Dossier full = Dossier.EMPTY;
        for (int i = 0; i < Dossier.MAX_PHOTOS; i++) {
            assertThat(full.hasRoomForPhoto()).isTrue();
            full = full.withPhoto(picture("photo" + i));
        }
        for (int i = 0; i < Dossier.MAX_PAGES; i++) {
            assertThat(full.hasRoomFor("food-permit")).isTrue();
            full = full.withPaper("food-permit", picture("page" + i));
        }
        assertThat(full.hasRoomForPhoto()).isFalse();
        assertThat(full.hasRoomFor("food-permit")).isFalse();
        assertThat(full.hasRoomFor("business-licence")).isTrue();
        assertThat(full.without("photo3").hasRoomForPhoto()).isTrue();
    }

    @Test
    void a_page_of_a_paper_is_no_photo() {
        Dossier dossier = Dossier.EMPTY.withPhoto(picture("a")).withPaper("food-permit", picture("b"));
        assertThat(dossier.photo("a")).isPresent();
        assertThat(dossier.photo("b")).isEmpty();
        assertThat(dossier.picture("b")).isPresent();
    }

    private static List<String> codes(List<Paper> papers) {
        return papers.stream().map(Paper::code).toList();
    }

    private static PictureRef picture(String id) {
        return new PictureRef(id, 100, 100, 1_000, NOW);
    }
}
