package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.starter.web.Cursor;

/** Bad input is refused by name, never clamped and never our fault. */
class BadInputRules {
    private static final Http HTTP = RunningService.shared().http();
    private static final String POINT = "lat=30.25&lng=120.16";

    static Stream<Arguments> refused() {
        String offersCursor = new ExactPosition(1, "a").cursor(NearbySearch.OFFERS);
        String merchantsCursor = new ExactPosition(1, "a").cursor(NearbySearch.MERCHANTS);
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
                Arguments.of(POINT + "&sort=popularity", "sort"),
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
                Arguments.of(POINT + "&after=" + Cursor.of(NearbySearch.OFFERS, "NaN", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(NearbySearch.OFFERS, "-1.0", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(NearbySearch.OFFERS, "0x1p3", "a"), "after"),
                Arguments.of(POINT + "&after=" + Cursor.of(NearbySearch.OFFERS, "1.0", ""), "after"));
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

    @Test
    void an_offers_cursor_is_no_merchants_cursor() {
        String offers = new ExactPosition(1, "a").cursor(NearbySearch.OFFERS);

        assertThat(HTTP.get("/api/v1/nearby/merchants?" + POINT + "&after=" + offers)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_not_a_parameter_is_not_looked_at() {
        assertThat(HTTP.get("/api/v1/nearby/offers?" + POINT + "&utm_source=x&openNow=maybe")
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
