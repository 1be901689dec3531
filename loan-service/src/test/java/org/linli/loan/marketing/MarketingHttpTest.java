package org.linli.loan.marketing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.MerchantEvent;
import org.linli.events.Place;
import org.linli.events.Topics;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;

/** Active marketing over HTTP (rule L-11). */
class MarketingHttpTest extends RunningService {
    private static final String MARKETING = "/api/v1/admin/marketing";
    private static final AtomicInteger STREETS = new AtomicInteger();

    private final String branch = "K" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", path, "walker-" + branch, Map.of());
    private final String head = Tokens.staff("BRANCH_HEAD", branch, path);

    /** Streets of different tests are far from each other. */
    private final double lat = 30 + STREETS.incrementAndGet();

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    private KafkaOperations<String, byte[]> kafka;

    @Autowired
    private PlatformMerchants merchants;

    @Test
    void an_area_is_opened_assigned_and_seen() {
        String id = area();
        assertThat(area()).isEqualTo(id);
        assertThat(http.put(MARKETING + "/areas/" + id + "/manager", head, "{\"managerId\":\"someone\"}")
                        .text("managerId"))
                .isEqualTo("someone");
        assertThat(http.get(MARKETING + "/areas", manager).each("items", "id")).containsExactly(id);
        assertThat(http.put(MARKETING + "/areas/" + id + "/manager", manager, "{\"managerId\":\"me\"}")
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void a_week_below_the_minimum_is_refused_and_a_better_one_takes_its_place() {
        String area = area();
        String plan = MARKETING + "/plans/" + monday();
        assertThat(http.put(plan, manager, stops(area, 1, 300)).problem()).isEqualTo("422 too-few-visits-planned");
        assertThat(http.put(plan, manager, stops(area, 20, 5)).problem()).isEqualTo("422 too-few-minutes-planned");
        assertThat(http.put(plan, manager, stops(area, 20, 30)).text("visits")).isEqualTo("20");
        assertThat(http.put(plan, manager, stops(area, 25, 30)).text("visits")).isEqualTo("25");
        assertThat(http.put(MARKETING + "/plans/" + monday().plusDays(1), manager, stops(area, 20, 30))
                        .fields())
                .containsExactly("monday");
        assertThat(http.put(plan, manager, stops("none", 20, 30)).problem()).isEqualTo("404 not-found");
        assertThat(http.put(plan, manager, stops(area, 201, 30)).fields()).containsExactly("stops");
        http.post(MARKETING + "/visits", manager, visit("v1", area, null, Instant.now()));
        Http.Answer week = http.get(MARKETING + "/weeks/" + monday(), head);
        assertThat(week.each("items", "plannedVisits")).containsExactly("25");
        assertThat(week.each("items", "visits")).containsExactly("1");
        assertThat(week.each("items", "behind")).containsExactly("true");
    }

    @Test
    void a_visit_that_a_bad_network_sends_twice_is_one() {
        String area = area();
        Instant at = Instant.now();
        String body = visit("v1", area, null, at);
        String id = http.post(MARKETING + "/visits", manager, body).text("id");
        assertThat(http.post(MARKETING + "/visits", manager, body).text("id")).isEqualTo(id);
        assertThat(http.post(MARKETING + "/visits", manager, body.replace("INTERESTED", "NOT_INTERESTED"))
                        .problem())
                .isEqualTo("409 visit-recorded-differently");
        assertThat(http.get(MARKETING + "/visits?from=" + today.minusDays(1) + "&to=" + today, head)
                        .each("items", "id"))
                .containsExactly(id);
        assertThat(http.get(MARKETING + "/follow-ups?until=" + today.plusDays(7), manager)
                        .each("items", "id"))
                .containsExactly(id);
        assertThat(http.get(MARKETING + "/follow-ups?until=" + today.plusDays(6), manager)
                        .each("items", "id"))
                .isEmpty();
    }

    @Test
    void a_place_in_another_coordinate_system_is_stored_normalised() {
        String body = visit("v1", area(), null, Instant.now()).replace("GCJ02", "WGS84");
        Http.Answer seen = http.post(MARKETING + "/visits", manager, body);
        assertThat(seen.body().at("/place/crs").asString()).isEqualTo("GCJ02");
        assertThat(seen.body().at("/place/lng").asDouble()).isNotEqualTo(120.0);
    }

    @Test
    void broken_visits_are_refused_naming_the_field() {
        String area = area();
        String visits = MARKETING + "/visits";
        Instant now = Instant.now();
        assertThat(http.post(visits, manager, visit("v", area, null, now.plus(Duration.ofHours(1))))
                        .fields())
                .containsExactly("startedAt");
        assertThat(http.post(visits, manager, visit("v", area, null, now.minus(Duration.ofDays(40))))
                        .fields())
                .containsExactly("startedAt");
        String good = visit("v", area, null, now);
        assertThat(http.post(visits, manager, good.replace("\"minutes\":30", "\"minutes\":-30"))
                        .fields())
                .containsExactly("minutes");
        assertThat(http.post(visits, manager, good.replace("\"lng\":120.0", "\"lng\":190.0"))
                        .fields())
                .containsExactly("place.lng");
        assertThat(http.post(visits, manager, good.replace(today.plusDays(7).toString(), "2020-01-01"))
                        .fields())
                .containsExactly("followUpOn");
        assertThat(http.post(visits, manager, visit("v", area, "nobody", now)).problem())
                .isEqualTo("422 unknown-merchant");
        assertThat(http.post(visits, manager, visit("v", "none", null, now)).problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(MARKETING + "/conversions?from=2026-01-01&to=2027-01-02", manager)
                        .fields())
                .containsExactly("to");
        assertThat(http.get(MARKETING + "/conversions?from=2026-13-01&to=2027-01-02", manager)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void merchants_without_a_loan_are_suggested_by_turnover_then_distance() {
        String area = area();
        String small = merchant(0.001);
        String large = merchant(0.002);
        String silent = merchant(0.0005);
        String borrower = merchant(0.0001);
        turnover(small, "100");
        turnover(large, "900");
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/v1/merchants/" + silent + "/turnover"))
                .willReturn(okJson("{\"months\":[{\"month\":\"2026-01\",\"state\":\"UNKNOWN\"}]}")));
        http.apply(Tokens.owner(borrower), goodApplication());
        Http.Answer suggested = http.get(MARKETING + "/areas/" + area + "/suggestions", manager);
        assertThat(suggested.each("items", "merchantId")).containsExactly(large, small, silent);
        assertThat(suggested.each("items", "turnoverFen")).containsExactly("900", "100", "");
        assertThat(suggested.text("turnoverComplete")).isEqualTo("true");

        NEIGHBOURS.stubFor(get(urlPathMatching("/internal/v1/merchants/.*/turnover"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(503)));
        Http.Answer away = http.get(MARKETING + "/areas/" + area + "/suggestions", manager);
        assertThat(away.each("items", "merchantId")).containsExactly(silent, small, large);
        assertThat(away.text("turnoverComplete")).isEqualTo("false");
    }

    @Test
    void a_visit_leads_to_an_application_in_the_figures_and_in_their_file() {
        String area = area();
        String merchant = merchant(0.001);
        Http.Answer visited = http.post(MARKETING + "/visits", manager, visit("v1", area, merchant, Instant.now()));
        assertThat(visited.body().path("metersFromMerchant").asLong()).isEqualTo(111);
        http.post(MARKETING + "/visits", manager, visit("v2", area, null, Instant.now()));
        http.apply(Tokens.owner(merchant), goodApplication());
        String span = "?from=" + today.minusDays(1) + "&to=" + today;
        Http.Answer figures = http.get(MARKETING + "/conversions" + span, head);
        assertThat(figures.each("items", "visits")).containsExactly("2");
        assertThat(figures.each("items", "applicationPercent")).containsExactly("100.0");
        assertThat(figures.each("items", "loans")).containsExactly("0");
        String csv = http.text(MARKETING + "/conversions/export" + span, head).body();
        assertThat(csv).contains("walker-" + branch + "," + area + ",2,60,1,1,100.0,0,0.0");
        assertThat(http.get(MARKETING + "/conversions/export" + span, manager).problem())
                .isEqualTo("403 forbidden");
        assertThat(http.get(MARKETING + "/conversions/export" + span + "&format=pdf", head)
                        .problem())
                .isEqualTo("400 invalid-parameter");
    }

    private String area() {
        return http.post(MARKETING + "/areas", head, """
                {"name":"解放路","organisationPath":"%s","centre":{"lat":%s,"lng":120.0,"crs":"GCJ02"},
                "radiusMeters":2000,"managerId":"walker"}""".formatted(path, lat)).text("id");
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private String stops(String area, int visits, int minutes) {
        String stop =
                "{\"areaId\":\"" + area + "\",\"on\":\"" + monday().plusDays(2) + "\",\"minutes\":" + minutes + "}";
        return "{\"stops\":[" + stop + ("," + stop).repeat(visits - 1) + "]}";
    }

    private String visit(String clientId, String area, String merchant, Instant at) {
        return """
                {"clientId":"%s","areaId":"%s",%s"place":{"lat":%s,"lng":120.0,"crs":"GCJ02"},"startedAt":"%s",
                "minutes":30,"result":"INTERESTED","followUpOn":"%s"}""".formatted(
                        clientId,
                        area,
                        merchant == null ? "" : "\"merchantId\":\"" + merchant + "\",",
                        lat,
                        at,
                        today.plusDays(7));
    }

    /** An approved one so many degrees north of the area's centre, told by its event. */
    private String merchant(double north) {
        String id = merchantOf(branch, "APPROVED");
        MerchantEvent approved = new MerchantEvent.Approved(new MerchantEvent.State(
                id, "面馆", "餐饮", "解放路1号", branch, path, new Place(lat + north, 120.0), "APPROVED"));
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(approved).typeName(),
                "/merchant-service",
                id,
                1,
                Instant.now(),
                EventEnvelope.write(approved));
        kafka.send(Topics.MERCHANT, id, envelope.toBytes()).join();
        kafka.send(Topics.MERCHANT, id, envelope.toBytes()).join();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(merchants.find(id)).isPresent());
        return id;
    }

    private static void turnover(String merchant, String fen) {
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/v1/merchants/" + merchant + "/turnover"))
                .willReturn(okJson(
                        "{\"merchantId\":\"x\",\"months\":[{\"month\":\"2026-01\",\"state\":\"KNOWN\",\"turnoverFen\":"
                                + fen + "},{\"month\":\"2026-02\",\"state\":\"UNKNOWN\"}]}")));
    }
}
