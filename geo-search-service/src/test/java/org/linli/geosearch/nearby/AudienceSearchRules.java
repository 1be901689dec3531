package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.PlayedAudiences;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Tokens;
import org.linli.geosearch.projection.Feed;

/** Rules G-3 and M-5: members of an audience find what is meant for them, nobody else does; from memory as from the index. */
class AudienceSearchRules {
    private static final double LAT = 38.25;
    private static final double LNG = 101.5;
    private static final RunningService CELLS = RunningService.shared();
    private static final RunningService MEMORY = RunningService.besides(CELLS);
    private static final RunningService INDEX = RunningService.besides(CELLS, "--linli.cells.enabled=false");
    private static final RunningService HASTY =
            RunningService.besides(CELLS, "--linli.cells.enabled=false", "--linli.audiences.within=100ms");

    @BeforeAll
    static void offers() {
        Feed.apply(
                CELLS,
                Samples.aMerchant("au-m").at(LAT, LNG).event(1),
                Samples.anOffer("au-all", "au-m").titled("人人有份").event(1),
                Samples.anOffer("au-old", "au-m")
                        .titled("老客专享")
                        .meantFor("au-s")
                        .event(1),
                Samples.anOffer("au-vip", "au-m")
                        .titled("贵宾专享")
                        .of("GIFT", "餐饮")
                        .meantFor("au-v")
                        .event(1));
        MEMORY.awaitSearchable();
        INDEX.awaitSearchable();
        HASTY.awaitSearchable();
    }

    @AfterAll
    static void stop() {
        MEMORY.close();
        INDEX.close();
        HASTY.close();
    }

    @Test
    void a_member_finds_what_is_meant_for_them_and_a_cell_that_they_filled_is_nobodys() {
        for (Http http : List.of(MEMORY.http(), INDEX.http())) {
            for (int again = 0; again < 2; again++) {
                assertThat(found(http.as(PlayedAudiences.member(Set.of("au-s")))))
                        .containsExactly("au-all", "au-old");
                assertThat(found(http)).containsExactly("au-all");
                assertThat(found(http.as(PlayedAudiences.member(Set.of())))).containsExactly("au-all");
                assertThat(found(http.as(PlayedAudiences.member(Set.of("au-v", "au-s", "other")))))
                        .containsExactly("au-all", "au-old", "au-vip");
            }
        }
    }

    @Test
    void nobody_who_is_not_a_consumer_belongs_to_an_audience() {
        for (Http http : List.of(MEMORY.http(), INDEX.http())) {
            assertThat(found(http.as(Tokens.staff("ADMINISTRATOR", "/hq/")))).containsExactly("au-all");
        }
    }

    @Test
    void words_counts_and_suggestions_are_the_members_too() {
        Http member = INDEX.http().as(PlayedAudiences.member(Set.of("au-v")));
        assertThat(member.offers("lat", LAT, "lng", LNG, "q", "专享").ids("offerId"))
                .containsExactly("au-vip");
        assertThat(member.get("/api/v1/nearby/suggestions?q=%E4%B8%93%E4%BA%AB").items())
                .hasSize(1);
        assertThat(INDEX.http()
                        .get("/api/v1/nearby/suggestions?q=%E4%B8%93%E4%BA%AB")
                        .items())
                .isEmpty();
        for (Http http : List.of(INDEX.http(), MEMORY.http())) {
            assertThat(gifts(http.as(PlayedAudiences.member(Set.of("au-v"))))).isEqualTo(1);
            assertThat(gifts(http)).isZero();
        }
        String map = "/api/v1/nearby/clusters?zoom=10&bbox=" + (LNG - 0.1) + "," + (LAT - 0.1) + "," + (LNG + 0.1) + ","
                + (LAT + 0.1);
        assertThat(member.get(map).items().get(0).get("count").asInt()).isEqualTo(2);
        assertThat(INDEX.http().get(map).items().get(0).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void an_answer_that_does_not_come_in_time_or_means_nothing_is_no_audience() {
        assertThat(found(HASTY.http().as(PlayedAudiences.slow()))).containsExactly("au-all");
        for (String token : List.of(
                PlayedAudiences.broken(500, "{}"),
                PlayedAudiences.broken(200, "{}"),
                PlayedAudiences.broken(200, "{\"segmentIds\":[null]}"),
                PlayedAudiences.broken(404, ""))) {
            assertThat(found(INDEX.http().as(token))).containsExactly("au-all");
        }
    }

    @Test
    void it_is_in_no_search_while_it_is_paused_or_its_merchant_may_not_trade() {
        String token = PlayedAudiences.member(Set.of("au-p"));
        Samples.Offer offer = Samples.anOffer("au-paused", "au-m2").meantFor("au-p");
        Samples.Merchant merchant = Samples.aMerchant("au-m2").at(LAT + 0.2, LNG);
        Feed.apply(CELLS, merchant.event(1), offer.event(1));
        Http http = INDEX.http().as(token);
        assertThat(http.offers("lat", LAT + 0.2, "lng", LNG).ids("offerId")).containsExactly("au-paused");
        Feed.apply(CELLS, offer.being("PAUSED").event(2));
        assertThat(http.offers("lat", LAT + 0.2, "lng", LNG).items()).isEmpty();
        Feed.apply(CELLS, offer.event(3), merchant.being("SUSPENDED").event(2));
        assertThat(http.offers("lat", LAT + 0.2, "lng", LNG).items()).isEmpty();
    }

    private static List<String> found(Http http) {
        return http.offers("lat", LAT, "lng", LNG).ids("offerId");
    }

    private static int gifts(Http http) {
        var kinds = http.offers("lat", LAT, "lng", LNG, "facets", true)
                .body()
                .get("facets")
                .get("kind");
        return kinds.has("GIFT") ? kinds.get("GIFT").asInt() : 0;
    }
}
