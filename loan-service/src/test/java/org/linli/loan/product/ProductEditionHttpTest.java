package org.linli.loan.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Editions of products over HTTP; each test makes a product of its own. */
class ProductEditionHttpTest extends RunningService {
    private static final String PRODUCTS = "/api/v1/admin/loan-products";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final String admin = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");
    private final String second = Tokens.staff("COMMITTEE_CHAIR", "hq", "/hq/");
    private final String code = "T_" + Ids.next().replaceAll("[^a-z]", "").toUpperCase() + "_X";

    @Autowired
    private LoanProducts products;

    @Test
    void a_product_prepared_by_one_and_published_by_another_is_on_offer() {
        Http.Answer prepared = prepare(50_000_000, TODAY);
        assertThat(prepared.status()).isEqualTo(201);
        assertThat(prepared.text("state")).isEqualTo("PREPARED");
        assertThat(http.get("/api/v1/loan-products", "").each("items", "code")).doesNotContain(code);
        assertThat(publish(1, second).text("state")).isEqualTo("PUBLISHED");
        assertThat(http.get("/api/v1/loan-products", "").each("items", "code")).contains(code);
    }

    @Test
    void a_case_keeps_the_edition_that_it_began_with() {
        prepare(50_000_000, TODAY);
        publish(1, second);
        String owner = Tokens.owner(approvedMerchant());
        String id = http.apply(owner, application(code, 40_000_000, 12, "2020-01-01"))
                .text("id");
        prepare(30_000_000, TODAY);
        publish(2, second);
        assertThat(http.get("/api/v1/loan-applications/" + id, owner).text("productVersion"))
                .isEqualTo("1");
        assertThat(products.version(code, 1).orElseThrow().maxAmountFen()).isEqualTo(50_000_000);
        assertThat(products.withCode(code).orElseThrow().version()).isEqualTo(2);
        assertThat(http.apply(Tokens.owner(approvedMerchant()), application(code, 40_000_000, 12, "2020-01-01"))
                        .each("errors", "rule"))
                .containsExactly("E-1");
    }

    @Test
    void what_takes_effect_later_changes_nothing_today() {
        prepare(50_000_000, TODAY);
        publish(1, second);
        prepare(30_000_000, TODAY.plusDays(1));
        publish(2, second);
        assertThat(products.withCode(code).orElseThrow().version()).isEqualTo(1);
        Http.Answer history = http.get(PRODUCTS + "/" + code + "/versions", admin);
        assertThat(history.each("versions", "effectiveFrom"))
                .containsExactly(TODAY.toString(), TODAY.plusDays(1).toString());
        assertThat(history.text("versionInEffect")).isEqualTo("1");
        assertThat(http.get(PRODUCTS, admin).each("items", "code")).contains("MICRO", code);
    }

    @Test
    void whoever_prepared_it_does_not_publish_it() {
        prepare(50_000_000, TODAY);
        Http.Answer own = publish(1, admin);
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
        String deputy = Tokens.staff("COMMITTEE_CHAIR", "/hq/", "chair", Map.of("deputyFor", "staff-ADMINISTRATOR"));
        assertThat(publish(1, deputy).each("errors", "code")).containsExactly("deputy-of-preparer");
    }

    @Test
    void a_refused_edition_never_takes_effect_and_is_reviewed_once() {
        prepare(50_000_000, TODAY);
        assertThat(prepare(40_000_000, TODAY).problem()).isEqualTo("409 review-pending");
        String refusal = PRODUCTS + "/" + code + "/versions/1/refusal";
        assertThat(http.post(refusal, second, "{\"reason\":\"利率过低\"}").text("state"))
                .isEqualTo("REFUSED");
        assertThat(publish(1, second).problem()).isEqualTo("409 already-reviewed");
        assertThat(products.withCode(code)).isEmpty();
    }

    @Test
    void contradictory_or_incomplete_parameters_are_refused() {
        assertThat(prepare(1, TODAY).problem()).as("most below least").isEqualTo("400 invalid-parameter");
        assertThat(prepare(600_000_000_000L, TODAY).problem()).isEqualTo("400 invalid-parameter");
        assertThat(http.post(PRODUCTS + "/" + code + "/versions", admin, "{}").problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(prepare(50_000_000, TODAY.minusDays(1)).problem()).isEqualTo("422 effective-too-early");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(publish(1, second).problem()).isEqualTo("404 not-found");
        assertThat(http.get(PRODUCTS + "/" + code + "/versions", admin).problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void products_are_the_whole_banks() {
        String branch = Tokens.staff("ADMINISTRATOR", "B01", "/hq/B01/");
        assertThat(http.get(PRODUCTS, branch).problem()).isEqualTo("403 forbidden");
        assertThat(http.post(PRODUCTS + "/" + code + "/versions", branch, form(50_000_000, TODAY))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    private Http.Answer prepare(long maxFen, LocalDate from) {
        return http.post(PRODUCTS + "/" + code + "/versions", admin, form(maxFen, from));
    }

    private Http.Answer publish(int version, String token) {
        return http.post(PRODUCTS + "/" + code + "/versions/" + version + "/publication", token, "");
    }

    private static String form(long maxFen, LocalDate from) {
        return """
                {"effectiveFrom":"%s","reason":"market","terms":{"name":{"zh":"测试贷","en":"Test loan"},
                "minAmountFen":500000,"maxAmountFen":%d,"minTermMonths":3,"maxTermMonths":24,
                "methods":["EQUAL_INSTALMENT"],"dayCount":"D30_360","minAnnualRatePercent":"4.35",
                "maxAnnualRatePercent":"12","security":{"zh":"信用","en":"Credit"},"securityKinds":["CREDIT"],
                "borrowers":["INDIVIDUAL_BUSINESS"],"revolving":false,"publicNotice":false,
                "tradingRequirements":[{"aboveFen":0,"months":3}],
                "requiredPapers":[{"zh":"营业执照","en":"Business licence"}],
                "bands":[{"upToFen":100000000000,"decider":"COMMITTEE"}],
                "promisedDays":{"submitted":1,"investigation":3,"approval":2,"contract":2,"disbursement":1}}}
                """.formatted(from, maxFen);
    }
}
