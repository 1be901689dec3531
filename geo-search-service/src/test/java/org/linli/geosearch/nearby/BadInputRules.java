package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.starter.web.Cursor;

/** Bad input is refused by name, never clamped and never our fault. */
class BadInputRules {
    private static final Http HTTP = RunningService.shared().http();
    private static final String POINT = "lat=30.25&lng=120.16";

    static Stream<Arguments> refused() {
        String offersCursor = cursor(30.25, NearbyList.OFFERS, Samples.NOON);
        String merchantsCursor = cursor(30.25, NearbyList.MERCHANTS, Samples.NOON);
        String elsewhere = cursor(30.26, NearbyList.OFFERS, Samples.NOON);
        String ours = Cursors.fingerprint(NearbyList.OFFERS, "lat", 30.25, "lng", 120.16);
        String now = Long.toString(Samples.NOON.getEpochSecond());
        return Stream.of(
                Arguments.of("", "lat"),
                Arguments.of("lat=30.25", "lng"),
                Arguments.of("lng=120.16", "lat"),
                Arguments.of("lat=91&lng=120.16", "lat"),
                Arguments.of("lat=-90.0001&lng=120.16", "lat"),
                Arguments.of("lat=30.25&lng=180.1", "lng"),
                Arguments.of("lat=120.16&lng=30.25", "lat"),
                Arguments.of("lat=NaN&lng=120.16", "lat"),
                Arguments.of("lat=30.25&lng=Infinity", "lng"),
                Arguments.of("lat=&lng=120.16", "lat"),
                Arguments.of("lat=30.25&lat=30.26&lng=120.16", "lat"),
                Arguments.of("lat=0x1p3&lng=120.16", "lat"),
                Arguments.of("lat=30.25d&lng=120.16", "lat"),
                Arguments.of(POINT + "&crs=GPS", "crs"),
                Arguments.of(POINT + "&crs=", "crs"),
                Arguments.of(POINT + "&radius=-1", "radius"),
                Arguments.of(POINT + "&radius=0", "radius"),
                Arguments.of(POINT + "&radius=99", "radius"),
                Arguments.of(POINT + "&radius=99.999", "radius"),
                Arguments.of(POINT + "&radius=5001", "radius"),
                Arguments.of(POINT + "&radius=5000.0001", "radius"),
                Arguments.of(POINT + "&radius=50000", "radius"),
                Arguments.of(POINT + "&radius=NaN", "radius"),
                Arguments.of(POINT + "&radius=2km", "radius"),
                Arguments.of(POINT + "&radius=1e999", "radius"),
                Arguments.of("branchId=BR1&radius=50", "radius"),
                Arguments.of("branchId=", "branchId"),
                Arguments.of("branchId=%7B%24ne%3A1%7D", "branchId"),
                Arguments.of(POINT + "&size=0", "size"),
                Arguments.of(POINT + "&size=-1", "size"),
                Arguments.of(POINT + "&size=101", "size"),
                Arguments.of(POINT + "&size=1000000", "size"),
                Arguments.of(POINT + "&size=99999999999999999999999", "size"),
                Arguments.of(POINT + "&size=1.5", "size"),
                Arguments.of(POINT + "&size=ten", "size"),
                Arguments.of(POINT + "&sort=cheapest", "sort"),
                Arguments.of(POINT + "&category=nothing", "category"),
                Arguments.of(POINT + "&category=", "category"),
                Arguments.of(POINT + "&kind=FREE", "kind"),
                Arguments.of(POINT + "&q=", "q"),
                Arguments.of(POINT + "&q=%20%20", "q"),
                Arguments.of(POINT + "&q=" + "a".repeat(51), "q"),
                Arguments.of(POINT + "&q=a%00b", "q"),
                Arguments.of(POINT + "&q=%ff%fe", "q"),
                Arguments.of(POINT + "&q=%e7%81", "q"),
                Arguments.of(POINT + "&q=%c0%af", "q"),
                Arguments.of(POINT + "&q=%ed%a0%80", "q"),
                Arguments.of(POINT + "&after=%25%25", "after"),
                Arguments.of(POINT + "&after=", "after"),
                Arguments.of(POINT + "&after=AAAA", "after"),
                Arguments.of(POINT + "&after=" + "A".repeat(600), "after"),
                Arguments.of(POINT + "&after=" + offersCursor.substring(2), "after"),
                Arguments.of(POINT + "&after=" + merchantsCursor, "after"),
                Arguments.of(POINT + "&after=" + Cursor.of("1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + elsewhere, "after"),
                Arguments.of(POINT + "&sort=discount&after=" + offersCursor, "after"),
                Arguments.of(POINT + "&openNow=true&after=" + offersCursor, "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "0", "0", "NaN", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "0", "0", "-1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "0", "0", "0x1p3", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "0", "x", "1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, "tomorrow", "0", "0", "1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, "99999999999999", "0", "0", "1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "2", "0", "1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(ours, now, "0", "0", "1.0", ""), "after"),
                Arguments.of(POINT + "&sort=relevance", "sort"),
                Arguments.of(POINT + "&sort=Distance", "sort"),
                Arguments.of(POINT + "&openNow=maybe", "openNow"),
                Arguments.of(POINT + "&openNow=", "openNow"),
                Arguments.of(POINT + "&facets=1", "facets"),
                Arguments.of(POINT + "&minStock=0", "minStock"),
                Arguments.of(POINT + "&minStock=1000001", "minStock"),
                Arguments.of(POINT + "&minStock=1.5", "minStock"),
                Arguments.of(POINT + "&radius=1e308", "radius"),
                Arguments.of(POINT + "&radius=2500m", "radius"),
                Arguments.of("lat=1e308&lng=120.16", "lat"),
                Arguments.of(POINT + "&q=" + "a".repeat(10_000), "q"),
                Arguments.of("bbox=120,30,121", "bbox"),
                Arguments.of("bbox=121,30,120,31", "bbox"),
                Arguments.of("bbox=120,31,121,30", "bbox"),
                Arguments.of("bbox=120,30,120,31", "bbox"),
                Arguments.of("bbox=170,30,-170,31", "bbox"),
                Arguments.of("bbox=30,120,31,121", "bbox"),
                Arguments.of("bbox=120,NaN,121,31", "bbox"),
                Arguments.of("bbox=a,b,c,d", "bbox"));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @MethodSource
    void refused(String query, String field) {
        Http.Answer answer = HTTP.get("/api/v1/nearby/offers?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo("invalid-parameter");
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    /** What has no name that could be named, or is no escape. */
    @ParameterizedTest
    @ValueSource(strings = {"%01x=1", "%00=1", "lat%0a=1", "%ff=1", "=1", "=", "%zz=1", "q=%zz", "q=%", "%="})
    void a_parameter_that_nobody_can_read_is_never_our_fault(String parameter) {
        assertThat(HTTP.rawStatus("/api/v1/nearby/offers?" + POINT + "&" + parameter))
                .isIn(200, 400);
    }

    private static String cursor(double lat, NearbyList list, Instant issued) {
        return Cursors.issued(issued, list, new ExactPosition(0, 1, "a"), "lat", lat, "lng", 120.16);
    }

    static Stream<Arguments> refusedMaps() {
        return Stream.of(
                Arguments.of("zoom=12", "bbox"),
                Arguments.of("bbox=120,30,121,31", "zoom"),
                Arguments.of("bbox=120,30,121,31&zoom=99", "zoom"),
                Arguments.of("bbox=120,30,121,31&zoom=-1", "zoom"),
                Arguments.of("bbox=120,30,121,31&zoom=1.5", "zoom"),
                Arguments.of("bbox=120,30,121,31&zoom=20", "bbox"),
                Arguments.of("bbox=121,30,120,31&zoom=8", "bbox"),
                Arguments.of("bbox=120,30,121,31&zoom=8&of=branches", "of"));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @MethodSource
    void refusedMaps(String query, String field) {
        Http.Answer answer = HTTP.get("/api/v1/nearby/clusters?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=90&lng=0",
                "lat=-90&lng=180",
                "lat=89.99999&lng=-180",
                "lat=0&lng=180",
                "lat=0&lng=-180",
                "lat=30.25&lng=120.16&q=%F0%9F%8D%B2",
                "lat=30.25&lng=120.16&q=%22%20OR%20*%20%5C%20%3A%20%7B%7D%20(",
                "lat=30.25&lng=120.16&q=%7B%22match_all%22%3A%7B%7D%7D",
                "lat=30.25&lng=120.16&q='%3B--%20DROP",
                "bbox=-180,-90,180,90"
            })
    void odd_but_possible_questions_are_answered(String query) {
        assertThat(HTTP.get("/api/v1/nearby/offers?" + query).status()).isEqualTo(200);
    }

    @Test
    void a_cursor_that_has_grown_old_says_so() {
        String old = cursor(30.25, NearbyList.OFFERS, Samples.NOON.minus(Duration.ofMinutes(16)));
        Http.Answer answer = HTTP.get("/api/v1/nearby/offers?" + POINT + "&after=" + old);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).isEqualTo("cursor-expired");
        String fresh = cursor(30.25, NearbyList.OFFERS, Samples.NOON.minus(Duration.ofMinutes(14)));
        assertThat(HTTP.get("/api/v1/nearby/offers?" + POINT + "&after=" + fresh)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void merchants_have_no_discount_and_suggestions_need_a_text() {
        assertThat(HTTP.get("/api/v1/nearby/merchants?" + POINT + "&sort=discount")
                        .status())
                .isEqualTo(400);
        assertThat(HTTP.get("/api/v1/nearby/suggestions").status()).isEqualTo(400);
        assertThat(HTTP.get("/api/v1/nearby/suggestions?q=%20").status()).isEqualTo(400);
    }

    @Test
    void explanations_are_for_members_of_staff() {
        assertThat(HTTP.get("/api/v1/nearby/offers?" + POINT + "&q=a&explain=true")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_offers_cursor_is_no_merchants_cursor() {
        String offers = cursor(30.25, NearbyList.OFFERS, Samples.NOON);

        assertThat(HTTP.get("/api/v1/nearby/merchants?" + POINT + "&after=" + offers)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_not_a_parameter_is_not_looked_at() {
        assertThat(HTTP.get("/api/v1/nearby/offers?" + POINT + "&utm_source=x&fbclid=maybe")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_text_says_what_was_given_and_what_is_expected() {
        Http.Answer answer = HTTP.get("/api/v1/nearby/offers?" + POINT + "&radius=50000");

        assertThat(answer.body().get("errors").get(0).get("detail").asString())
                .isEqualTo("radius: 50000 (expected: 100 to 5000)");
        assertThat(answer.body().get("detail").asString()).isEqualTo("请求参数不正确，请检查后重试。");
        assertThat(HTTP.get("/api/v1/nearby/offers?" + POINT + "&radius=50000", "Accept-Language", "en")
                        .body()
                        .get("detail")
                        .asString())
                .isEqualTo("A parameter is not valid.");
    }

    @Test
    void only_reading_is_open() {
        assertThat(HTTP.get("/api/v1/nearby-other").status()).isEqualTo(401);
        assertThat(HTTP.get("/internal/v1/anything").status()).isEqualTo(401);
        assertThat(HTTP.get("/api/v1/nearby/nothing").status()).isEqualTo(401);
    }
}
