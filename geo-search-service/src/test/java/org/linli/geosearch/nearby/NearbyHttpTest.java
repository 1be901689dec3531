package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.projection.Feed;
import tools.jackson.databind.JsonNode;

/** What a consumer's page reads. */
class NearbyHttpTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final Http HTTP = SERVICE.http();

    @BeforeAll
    static void two_shops() {
        Feed.apply(
                SERVICE,
                Samples.aMerchant("h1").named("张记老火锅").at(26.001, 110).event(1),
                Samples.aMerchant("h2")
                        .named("Costa Coffee")
                        .in("购物")
                        .at(26.002, 110)
                        .event(1),
                Samples.anOffer("ho1", "h1").titled("双人餐８折").event(1),
                Samples.anOffer("ho1", "h1").claimed(42, 58),
                Samples.anOffer("ho2", "h2").titled("第二杯半价").of("GIFT", "购物").event(1));
    }

    @Test
    void an_offer_shows_all_that_a_list_needs() {
        JsonNode item = HTTP.offers("lat", 26, "lng", 110).items().get(0);

        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "offerId",
                        "merchantId",
                        "merchantName",
                        "title",
                        "category",
                        "distanceMeters",
                        "point",
                        "kind",
                        "validUntil",
                        "stockLeft");
        assertThat(item.get("offerId").asString()).isEqualTo("ho1");
        assertThat(item.get("merchantName").asString()).isEqualTo("张记老火锅");
        assertThat(item.get("stockLeft").asInt()).isEqualTo(42);
        assertThat(item.get("validUntil").asString()).isEqualTo("2026-11-21T04:00:00Z");
        assertThat(item.get("point").toString()).isEqualTo("{\"lat\":26.001,\"lng\":110.0,\"crs\":\"GCJ02\"}");
        assertThat(item.get("distanceMeters").asDouble()).isBetween(111.19, 111.20);
    }

    @Test
    void a_merchant_shows_where_it_is_and_how_far() {
        JsonNode item = HTTP.merchants("lat", 26, "lng", 110).items().get(0);

        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder("merchantId", "name", "category", "distanceMeters", "point");
        assertThat(item.get("merchantId").asString()).isEqualTo("h1");
    }

    @Test
    void a_page_names_the_next_and_the_last_page_names_none() {
        Http.Answer first = HTTP.offers("lat", 26, "lng", 110, "size", 1);
        Http.Answer second = HTTP.offers("lat", 26, "lng", 110, "size", 1, "after", first.next());

        assertThat(first.ids("offerId")).containsExactly("ho1");
        assertThat(second.ids("offerId")).containsExactly("ho2");
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void a_category_may_be_given_by_name_or_by_code() {
        assertThat(found("category", "购物")).containsExactly("ho2");
        assertThat(found("category", "shopping")).containsExactly("ho2");
        assertThat(found("category", "住宿")).isEmpty();
    }

    @Test
    void a_kind_limits_offers() {
        assertThat(found("kind", "GIFT")).containsExactly("ho2");
    }

    @Test
    void keywords_are_contained_in_title_merchant_or_category() {
        assertThat(found("q", "火锅")).containsExactly("ho1");
        assertThat(found("q", "锅火")).isEmpty();
        assertThat(found("q", "coff")).containsExactly("ho2");
        assertThat(found("q", "ＣＯＳＴＡ 半价")).containsExactly("ho2");
        assertThat(found("q", "8折")).containsExactly("ho1");
        assertThat(found("q", "餐饮 火锅")).containsExactly("ho1");
        assertThat(found("q", "锅餐")).isEmpty();
        assertThat(found("q", "\" OR * \\ :")).isEmpty();
    }

    @Test
    void the_window_is_half_open_and_judged_when_searching() {
        var window = Samples.anOffer("hw", "hwm").valid(Samples.NOON.plusSeconds(60), Samples.NOON.plusSeconds(120));
        Feed.apply(SERVICE, Samples.aMerchant("hwm").at(27, 111).event(1), window.event(1));
        try {
            SERVICE.itIs(Samples.NOON.plusSeconds(60).minusMillis(1));
            assertThat(HTTP.offers("lat", 27, "lng", 111).items()).isEmpty();
            SERVICE.itIs(Samples.NOON.plusSeconds(60));
            assertThat(HTTP.offers("lat", 27, "lng", 111).items()).hasSize(1);
            SERVICE.itIs(Samples.NOON.plusSeconds(120).minusMillis(1));
            assertThat(HTTP.offers("lat", 27, "lng", 111).items()).hasSize(1);
            SERVICE.itIs(Samples.NOON.plusSeconds(120));
            assertThat(HTTP.offers("lat", 27, "lng", 111).items()).isEmpty();
        } finally {
            SERVICE.itIs(Samples.NOON);
        }
    }

    @Test
    void a_service_with_its_indices_is_ready() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> HTTP.get("/actuator/health/readiness").status() == 200);
    }

    private static List<String> found(Object... more) {
        List<Object> query = new ArrayList<>(List.of("lat", 26, "lng", 110));
        query.addAll(List.of(more));
        return HTTP.offers(query.toArray()).ids("offerId");
    }
}
