package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import tools.jackson.databind.JsonNode;

/** Defects that comparable systems had with places (rules G-1, G-2). */
class GeoWoundRules {
    private static final Oracle.Place CENTRE = new Oracle.Place(31.2304, 121.4737);
    private static final RunningService SERVICE = RunningService.shared();
    private static final Http HTTP = SERVICE.http();

    @BeforeAll
    static void a_crowded_place() {
        List<EventEnvelope> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            Oracle.Place place = Oracle.away(CENTRE, 5_200 * Math.sqrt(random.nextDouble()), random.nextDouble() * 360);
            events.add(Samples.aMerchant("w" + i).at(place.lat(), place.lng()).event(1));
        }
        for (int i = 0; i < 150; i++) {
            events.add(Samples.aMerchant("mall" + i).at(31.24, 121.48).event(1));
        }
        Feed.apply(SERVICE, events);
    }

    @Test
    void latitude_and_longitude_swapped_is_refused_and_the_field_named() {
        Http.Answer answer = HTTP.merchants("lat", CENTRE.lng(), "lng", CENTRE.lat());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo("lat");
    }

    @Test
    void a_point_at_exactly_the_radius_is_found_and_one_a_hair_beyond_is_not() {
        List<JsonNode> items = HTTP.allPages("merchants", at("radius", 5_000, "size", 100));
        for (int i = 0; i < items.size(); i += 7) {
            JsonNode item = items.get(i);
            double meters = item.get("distanceMeters").asDouble();
            String id = item.get("merchantId").asString();
            if (meters >= 100 && id.startsWith("w")) {
                assertThat(last(meters)).contains(id);
                assertThat(last(Math.nextDown(meters))).doesNotContain(id);
            }
        }
    }

    /** The ids on the last page of a search with this radius. */
    private static Set<String> last(double radius) {
        ExactPosition before = new ExactPosition(0, Math.max(0, radius - 0.001), "0");
        String after = Cursors.of(NearbyList.MERCHANTS, before, at("radius", radius));
        return new HashSet<>(HTTP.merchants(at("radius", radius, "size", 100, "after", after))
                .ids("merchantId"));
    }

    @Test
    void a_larger_radius_never_loses_a_point() {
        Set<String> smaller = Set.of();
        for (int radius = 100; radius <= 5_000; radius += 350) {
            Set<String> larger = new HashSet<>();
            HTTP.allPages("merchants", at("radius", radius, "size", 100))
                    .forEach(item -> larger.add(item.get("merchantId").asString()));
            assertThat(larger).containsAll(smaller);
            smaller = larger;
        }
        assertThat(smaller).hasSizeGreaterThan(400);
    }

    @Test
    void nothing_beyond_the_radius_is_shown() {
        assertThat(HTTP.allPages("merchants", at("radius", 777, "size", 100)))
                .isNotEmpty()
                .allMatch(item -> item.get("distanceMeters").asDouble() <= 777);
    }

    @Test
    void paging_past_the_end_is_an_empty_page_and_no_error() {
        for (double meters : new double[] {2_500, 2_501, 5_000, 1e7, 1e300}) {
            ExactPosition end = new ExactPosition(0, meters, "zzz");
            Http.Answer beyond = HTTP.merchants(at("after", Cursors.of(NearbyList.MERCHANTS, end, at())));
            assertThat(beyond.status()).isEqualTo(200);
            assertThat(beyond.items()).isEmpty();
            assertThat(beyond.next()).isNull();
        }
    }

    @Test
    void a_hundred_and_fifty_shops_at_one_spot_are_paged_without_loss() {
        List<String> ids = HTTP.allPages("merchants", "lat", 31.24, "lng", 121.48, "radius", 100, "size", 7).stream()
                .map(item -> item.get("merchantId").asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(id -> id.startsWith("mall")))
                .hasSize(150)
                .isSorted();
    }

    @Test
    void the_same_point_in_three_systems_finds_the_same_shops_and_answers_in_its_own() {
        Oracle.Place wgs = new Oracle.Place(31.22, 121.47);
        Oracle.Place gcj = Oracle.mars(wgs);
        Oracle.Place bd = Oracle.baidu(gcj);
        List<String> expected = ids(gcj, "GCJ02");

        assertThat(expected).isNotEmpty();
        assertThat(ids(wgs, "WGS84")).isEqualTo(expected);
        assertThat(ids(bd, "BD09")).isEqualTo(expected);
        assertThat(ids(wgs, "GCJ02")).isNotEqualTo(expected);
    }

    private static List<String> ids(Oracle.Place place, String crs) {
        Http.Answer answer = HTTP.merchants("lat", place.lat(), "lng", place.lng(), "crs", crs, "radius", 1_500);
        JsonNode nearest = answer.items().get(0);
        assertThat(nearest.get("point").get("crs").asString()).isEqualTo(crs);
        Oracle.Place there = new Oracle.Place(
                nearest.get("point").get("lat").asDouble(),
                nearest.get("point").get("lng").asDouble());
        // Both in the caller's own system: the distance between them is what is shown, but for the grids' scale.
        assertThat(Math.abs(Oracle.meters(place, there)
                        - nearest.get("distanceMeters").asDouble()))
                .isLessThan(1);
        return answer.ids("merchantId");
    }

    private static Object[] at(Object... more) {
        List<Object> query = new ArrayList<>(List.of("lat", CENTRE.lat(), "lng", CENTRE.lng()));
        query.addAll(List.of(more));
        return query.toArray();
    }
}
