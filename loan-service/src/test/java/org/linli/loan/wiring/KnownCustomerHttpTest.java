package org.linli.loan.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.CreditWorld;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.People;
import org.linli.loan.Tokens;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import tools.jackson.databind.JsonNode;

/**
 * Rules L-9, L-10 with every fact from where it really comes: bureau, platform, customer file, loans and contracts. What
 * nobody tells is unknown and goes to people.
 */
class KnownCustomerHttpTest extends LendingService {
    private static final String FILES = "/api/v1/admin/customer-files";
    private static final String MONTHS = "CUSTOMER_MONTHS";
    private static final String GUARANTEED = "GUARANTEED_FOR_OTHERS_FEN";

    private final String branch = "K" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String files = Tokens.staff("ACCOUNT_MANAGER", branch, path);

    @Test
    void a_small_plain_case_of_a_known_customer_is_approved_at_once_and_cheaper() {
        String merchant = shopSince("2019-03-01T00:00:00Z");
        file(merchant, People.idNumber());
        String id = applied(merchant);
        Http.Answer decided = start(id);
        assertThat(decided.text("outcome")).as("%s", trace(id)).isEqualTo("APPROVED");
        assertThat(stageOf(id)).isEqualTo(Stage.CONTRACT);
        assertThat(Long.parseLong(fact(id, MONTHS))).isGreaterThan(60);
        assertThat(fact(id, "LOANS_REPAID")).isEqualTo("0");
        assertThat(fact(id, GUARANTEED)).isEqualTo("0");
        assertThat(new BigDecimal(decided.text("annualRatePercent")))
                .as("8.25 % for somebody unknown; better points, and 0.1 % less for every year")
                .isLessThan(new BigDecimal("6.5"));
    }

    @Test
    void without_a_customer_file_nobody_knows_for_whom_it_stands_and_the_case_goes_to_people() {
        String id = applied(shopSince("2019-03-01T00:00:00Z"));
        assertThat(start(id).text("outcome")).isEqualTo("REFERRED");
        assertThat(fact(id, GUARANTEED)).isEmpty();
    }

    @Test
    void what_is_lent_to_others_for_whom_the_household_stands_counts_from_the_approval_on() {
        String idNumber = People.idNumber();
        String merchant = shopSince("2019-03-01T00:00:00Z");
        file(merchant, idNumber);
        String other = shopSince("2019-03-01T00:00:00Z");
        String otherFile = file(other, People.idNumber());
        http.post(FILES + "/" + otherFile + "/guarantors", files, """
                {"person":%s,"monthlyIncomeFen":900000}""".formatted(People.person("王", idNumber)));
        String theirs = http.apply(Tokens.owner(other), application("MICRO", 25_000_000, 12, "2015-01-01"))
                .text("id");
        cases.move(theirs, Stage.INVESTIGATION, "system:test");
        cases.move(theirs, Stage.APPROVAL, "system:test");
        CreditWorld world = new CreditWorld().doesNotConsent().isClean();
        String mine = http.apply(Tokens.owner(merchant), goodApplication()).text("id");
        assertThat(assessed(mine, GUARANTEED)).as("nothing is lent yet").isEqualTo("0");
        cases.move(theirs, Stage.CONTRACT, "system:test");
        world.consents();
        assertThat(assessed(mine, GUARANTEED)).isEqualTo("25000000");
        assertThat(start(mine).text("outcome")).isEqualTo("REFERRED");
        assertThat(trace(mine)).contains("guarantees-for-others");
    }

    @Test
    void a_contract_that_names_somebody_of_the_household_counts_without_any_file_of_the_borrower() {
        String idNumber = People.idNumber();
        String merchant = shopSince("2019-03-01T00:00:00Z");
        file(merchant, idNumber);
        Case theirs = approved(ApprovedFixture.loan());
        String form = contractForm(theirs, "13900000001").replace("990001197005110018", idNumber);
        assertThat(http.post(CASES + theirs.id() + "/contract", manager, form).status())
                .isEqualTo(200);
        String mine = applied(merchant);
        assertThat(assessed(mine, GUARANTEED)).as("printed, not signed").isEqualTo("5000000");
        signed(theirs, manager);
        disburse(theirs, clerk);
        awaitStatus(theirs.id(), "DONE");
        assertThat(assessed(mine, GUARANTEED)).as("paid out").isEqualTo("5000000");
    }

    @Test
    void what_merchant_service_cannot_tell_makes_the_time_shorter_never_longer() {
        String merchant = merchantOf(branch, "APPROVED");
        turnover(merchant);
        assertThat(assessed(applied(merchant), MONTHS)).as("nobody knows").isEmpty();
        file(merchant, People.idNumber());
        String mine = http.get("/api/v1/loan-applications", Tokens.owner(merchant))
                .each("items", "id")
                .get(0);
        assertThat(assessed(mine, MONTHS)).as("since its file was opened").isEqualTo("0");
    }

    private String shopSince(String registeredAt) {
        String id = merchantOf(branch, "APPROVED");
        NEIGHBOURS.stubFor(get(urlEqualTo("/internal/v1/merchants/" + id))
                .willReturn(okJson("""
                {"merchantId":"%s","name":"老街面馆","status":"APPROVED","branchId":"%s","organisationPath":"%s",
                "category":"dining","point":{"lat":30.2456,"lng":120.191,"crs":"GCJ02"},"registeredAt":"%s"}
                """.formatted(id, branch, path, registeredAt))));
        turnover(id);
        return id;
    }

    /** 100,000 yuan in each of the last twelve months. */
    private static void turnover(String merchant) {
        YearMonth now = YearMonth.from(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")));
        String months = LongStream.rangeClosed(1, 12)
                .mapToObj(ago -> """
                        {"month":"%s","state":"KNOWN","turnoverFen":10000000}""".formatted(now.minusMonths(ago)))
                .collect(Collectors.joining(","));
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/v1/merchants/" + merchant + "/turnover"))
                .willReturn(okJson("{\"months\":[" + months + "]}")));
    }

    private String file(String merchant, String idNumber) {
        Http.Answer opened = http.post(FILES, files, """
                {"kind":"HOUSEHOLD","merchantId":"%s","holder":%s}""".formatted(merchant, People.person("王", idNumber)));
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        return opened.text("id");
    }

    private String applied(String merchant) {
        new CreditWorld().consents().isClean();
        return http.apply(Tokens.owner(merchant), goodApplication()).text("id");
    }

    private Http.Answer start(String id) {
        return http.post(CASES + id + "/straight-through", files, "");
    }

    private String assessed(String id, String fact) {
        http.post(CASES + id + "/assessments", files, "");
        return fact(id, fact);
    }

    private String trace(String id) {
        return http.get(CASES + id + "/assessments/latest", files).body().toString();
    }

    /** As the latest assessment judged it; empty when it does not know it. */
    private String fact(String id, String name) {
        JsonNode found = http.get(CASES + id + "/assessments/latest", files).body();
        List<JsonNode> facts = new ArrayList<>();
        found.path("scorecard").forEach(facts::add);
        found.path("trace").forEach(line -> line.path("inputs").forEach(facts::add));
        return facts.stream()
                .filter(one -> one.path("fact").asString().equals(name))
                .map(one -> one.path("value").asString())
                .findFirst()
                .orElse("");
    }
}
