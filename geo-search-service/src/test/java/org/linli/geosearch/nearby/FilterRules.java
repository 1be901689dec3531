package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.events.OfferEvent.Hours;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;

/** Rule G-3: filters, sorts, counts and clusters, from memory and from the index. */
class FilterRules {
    private static final RunningService CELLS = RunningService.shared();
    private static final RunningService INDEX = RunningService.besides(CELLS, "--linli.cells.enabled=false");
    private static final double LAT = 23.5;
    private static final double LNG = 107.5;
    /** A Friday, 12:00 in Shanghai. */
    private static final Instant NOON = Samples.NOON;

    @BeforeAll
    static void some_offers() {
        Samples.Offer bar = offer("f1").valid(NOON.minus(Duration.ofDays(9)), NOON.plus(Duration.ofDays(9)));
        Feed.apply(
                CELLS,
                Samples.aMerchant("fm1").at(LAT, LNG).event(1),
                Samples.aMerchant("fm2").at(LAT + 0.01, LNG).in("购物").event(1),
                bar.open(new Hours("FRIDAY", "20:00", "02:00"), new Hours("SUNDAY", "23:00", "01:00"))
                        .event(1),
                offer("f2")
                        .percent(50)
                        .open(new Hours("FRIDAY", "09:00", "12:01"))
                        .event(1),
                offer("f2").claimed(1, 60),
                offer("f3").of("CASH_OFF", "购物").offOf(3_000, 10_000).event(1),
                Samples.anOffer("f4", "fm2").of("GIFT", "购物").event(1));
    }

    private static Samples.Offer offer(String id) {
        return Samples.anOffer(id, "fm1");
    }

    @AfterEach
    void it_is_noon() {
        CELLS.itIs(NOON);
        INDEX.itIs(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T03:59:00Z, f2 f3 f4", // Friday 11:59
        "2026-11-20T04:00:59Z, f2 f3 f4", // Friday 12:00
        "2026-11-20T04:01:00Z, f3 f4", // Friday 12:01
        "2026-11-20T12:00:00Z, f1 f3 f4", // Friday 20:00
        "2026-11-20T17:59:00Z, f1 f3 f4", // Saturday 01:59
        "2026-11-20T18:00:00Z, f3 f4", // Saturday 02:00
    })
    void open_now_follows_the_week_over_midnight(Instant now, String expected) {
        CELLS.itIs(now);
        INDEX.itIs(now);
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            assertThat(http.offers("lat", LAT, "lng", LNG, "openNow", true).ids("offerId"))
                    .containsExactly(expected.split(" "));
        }
    }

    @Test
    void open_now_follows_the_week_into_monday() {
        Instant mondayHalfPastMidnight = Instant.parse("2026-11-22T16:30:00Z");
        CELLS.itIs(mondayHalfPastMidnight);
        INDEX.itIs(mondayHalfPastMidnight);
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            assertThat(http.offers("lat", LAT, "lng", LNG, "openNow", true).ids("offerId"))
                    .containsExactly("f1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "distance, f1 f2 f3 f4",
        "discount, f2 f3 f1 f4",
        "popularity, f2 f1 f3 f4",
        "ending, f2 f3 f4 f1",
    })
    void offers_come_in_the_order_asked_for(String sort, String expected) {
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            assertThat(http.offers("lat", LAT, "lng", LNG, "sort", sort).ids("offerId"))
                    .containsExactly(expected.split(" "));
            assertThat(http.allPages("offers", "lat", LAT, "lng", LNG, "sort", sort, "size", 1))
                    .extracting(item -> item.get("offerId").asString())
                    .containsExactly(expected.split(" "));
        }
    }

    @Test
    void at_least_so_many_are_left() {
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            assertThat(http.offers("lat", LAT, "lng", LNG, "minStock", 2).ids("offerId"))
                    .containsExactly("f1", "f3", "f4");
        }
    }

    @Test
    void facets_count_without_their_own_filter() {
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            var facets = http.offers("lat", LAT, "lng", LNG, "facets", true, "category", "购物", "size", 1)
                    .body()
                    .get("facets");
            assertThat(facets.toString())
                    .isEqualTo("{\"category\":{\"购物\":2,\"餐饮\":2},\"kind\":{\"CASH_OFF\":1,\"GIFT\":1}}");
        }
    }

    @Test
    void facets_count_the_edge_exactly() {
        double meters = CELLS.http()
                .offers("lat", LAT, "lng", LNG)
                .items()
                .get(3)
                .get("distanceMeters")
                .asDouble();
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            assertThat(kinds(http, meters)).contains("GIFT");
            assertThat(kinds(http, Math.nextDown(meters))).doesNotContain("GIFT");
        }
    }

    private static String kinds(Http http, double radius) {
        return http.offers("lat", LAT, "lng", LNG, "facets", true, "radius", radius)
                .body()
                .get("facets")
                .get("kind")
                .toString();
    }

    @Test
    void a_rectangle_includes_its_edges() {
        for (Http http : List.of(CELLS.http(), INDEX.http())) {
            String box = (LNG - 0.01) + "," + LAT + "," + LNG + "," + (LAT + 0.01);
            assertThat(http.offers("bbox", box).ids("offerId")).hasSize(4);
            String lower = (LNG - 0.01) + "," + LAT + "," + LNG + "," + Math.nextDown(LAT + 0.01);
            assertThat(http.offers("bbox", lower).ids("offerId")).containsExactlyInAnyOrder("f1", "f2", "f3");
            assertThat(http.merchants("bbox", lower).ids("merchantId")).containsExactly("fm1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 14})
    void clusters_count_everything_once(int zoom) {
        var clusters = CELLS.http()
                .get("/api/v1/nearby/clusters?zoom=" + zoom + "&bbox=" + (LNG - 0.1) + "," + (LAT - 0.1) + ","
                        + (LNG + 0.1) + "," + (LAT + 0.1))
                .items();
        assertThat(clusters.stream().mapToLong(c -> c.get("count").asLong()).sum())
                .isEqualTo(4);
        assertThat(clusters.get(0).get("point").get("lat").asDouble()).isBetween(LAT - 0.01, LAT + 0.02);
    }

    @Test
    void branches_are_found_nearest_first_and_by_name() {
        Feed.apply(
                CELLS,
                Samples.branch("fb1", LAT + 0.001, LNG, 2_500, 1),
                Samples.branch("fb2", LAT, LNG, 2_500, 1),
                Samples.closedBranch("fb3", LAT, LNG, 2));
        org.awaitility.Awaitility.await()
                .until(() -> branches("lat=" + LAT + "&lng=" + LNG).equals(List.of("fb2", "fb1")));
        assertThat(branches("lat=" + LAT + "&lng=" + LNG + "&q=FB1")).containsExactly("fb1");
    }

    private static List<String> branches(String query) {
        return CELLS.http().get("/api/v1/nearby/branches?" + query).ids("branchId");
    }
}
