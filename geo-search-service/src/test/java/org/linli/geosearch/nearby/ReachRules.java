package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.Keywords;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.SearchIndex;
import org.linli.starter.geo.GeoPoint;

/** Rule G-1 with less to look at: a guess never decides what comes first, and is made only where it saves something. */
class ReachRules {
    private static final GeoPoint HERE = new GeoPoint(30.25, 120.15);
    private static final int WANTED = 21;

    private final Reach reach = new Reach();

    private static IndexReader.Request<MerchantDocument> request(List<Area> within, String category, Ranking ranking) {
        return new IndexReader.Request<>(
                SearchIndex.MERCHANTS,
                MerchantDocument.class,
                new Criteria(within, category, null, null, null, null),
                ranking,
                HERE,
                false);
    }

    private static IndexReader.Request<MerchantDocument> around(double radius) {
        return request(List.of(new Circle(HERE, radius)), null, Ranking.DISTANCE);
    }

    /** So many, the last so far away. */
    private static List<Ranked<MerchantDocument>> found(int many, double last) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> new Ranked<MerchantDocument>(
                        new ExactPosition(0, last * i / many, "m" + i), document("m" + i), List.of()))
                .toList();
    }

    private static MerchantDocument document(String id) {
        return new MerchantDocument(id, "name", "FOOD", true, new Location(HERE.lat(), HERE.lng()), null, null);
    }

    @Test
    void nothing_is_guessed_before_something_is_known() {
        assertThat(reach.guess(around(2_500), WANTED, null)).isEmpty();
    }

    @Test
    void the_next_who_asks_nearby_looks_a_little_further_than_was_needed() {
        reach.note(around(2_500), found(WANTED, 210), WANTED);
        Reach.Guess<MerchantDocument> guess =
                reach.guess(around(2_500), WANTED, null).orElseThrow();
        assertThat(guess.meters()).isBetween(210.0, 400.0);
        assertThat(guess.narrowed().criteria().within())
                .as("in place of the larger circle")
                .containsExactly(new Circle(HERE, guess.meters()));
    }

    @Test
    void other_edges_stay() {
        Area branch = new Circle(new GeoPoint(30.26, 120.16), 3_000);
        IndexReader.Request<MerchantDocument> inBranch = request(List.of(branch), null, Ranking.DISTANCE);
        reach.note(inBranch, found(WANTED, 210), WANTED);
        assertThat(reach.guess(inBranch, WANTED, null)
                        .orElseThrow()
                        .narrowed()
                        .criteria()
                        .within())
                .hasSize(2)
                .contains(branch);
    }

    @Test
    void a_later_page_reaches_beyond_what_was_shown() {
        reach.note(around(2_500), found(WANTED, 210), WANTED);
        ExactPosition shown = new ExactPosition(0, 900, "m1");
        assertThat(reach.guess(around(2_500), WANTED, shown).orElseThrow().meters())
                .isBetween(920.0, 1_000.0);
    }

    @Test
    void what_lies_at_the_edge_of_the_guess_or_is_too_few_is_not_sure() {
        reach.note(around(2_500), found(WANTED, 210), WANTED);
        Reach.Guess<MerchantDocument> guess =
                reach.guess(around(2_500), WANTED, null).orElseThrow();
        assertThat(Reach.isSure(guess, found(WANTED, 200), WANTED)).isTrue();
        assertThat(Reach.isSure(guess, found(WANTED, guess.meters() - 1), WANTED))
                .as("something just outside may be nearer by what the index is off")
                .isFalse();
        assertThat(Reach.isSure(guess, found(WANTED - 1, 200), WANTED)).isFalse();
    }

    @Test
    void nothing_is_guessed_where_it_saves_nothing() {
        reach.note(around(2_500), found(WANTED, 210), WANTED);
        assertThat(reach.guess(around(400), WANTED, null)).isEmpty();
        assertThat(reach.guess(request(List.of(), "FOOD", Ranking.DISTANCE), WANTED, null))
                .as("of this category nothing is known")
                .isEmpty();
    }

    @Test
    void nothing_is_guessed_where_distance_does_not_decide() {
        IndexReader.Request<MerchantDocument> byWords = new IndexReader.Request<>(
                SearchIndex.MERCHANTS,
                MerchantDocument.class,
                new Criteria(
                        List.of(new Circle(HERE, 2_500)), null, null, new Keywords(List.of("面"), false), null, null),
                Ranking.DISTANCE,
                HERE,
                false);
        IndexReader.Request<MerchantDocument> byRank =
                request(List.of(new Circle(HERE, 2_500)), null, Ranking.RELEVANCE);
        for (IndexReader.Request<MerchantDocument> one : List.of(byWords, byRank)) {
            reach.note(one, found(WANTED, 210), WANTED);
            assertThat(reach.guess(one, WANTED, null)).isEmpty();
        }
    }

    @Test
    void where_there_are_not_so_many_everything_is_looked_at_again() {
        reach.note(around(2_500), found(WANTED, 210), WANTED);
        reach.note(around(2_500), found(WANTED - 1, 2_400), WANTED);
        assertThat(reach.guess(around(2_500), WANTED, null)).isEmpty();
    }

    @Test
    void one_crowded_corner_does_not_make_the_next_guess_too_small() {
        reach.note(around(2_500), found(WANTED, 300), WANTED);
        reach.note(around(2_500), found(WANTED, 1), WANTED);
        assertThat(reach.guess(around(2_500), WANTED, null).orElseThrow().meters())
                .isGreaterThan(300);
    }
}
