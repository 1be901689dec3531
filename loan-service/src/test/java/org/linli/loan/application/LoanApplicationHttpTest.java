package org.linli.loan.application;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** The merchant's side over HTTP. */
class LoanApplicationHttpTest extends RunningService {

    @Test
    void an_owner_applies_and_learns_stage_promised_time_and_who_is_responsible() {
        String merchant = approvedMerchant();
        Http.Answer answer = http.apply(Tokens.owner(merchant), goodApplication());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/loan-applications/" + answer.text("id"));
        assertThat(answer.text("stage")).isEqualTo("SUBMITTED");
        assertThat(answer.text("stageName")).isEqualTo("资料审核");
        assertThat(Instant.parse(answer.text("stageDueAt"))).isAfter(Instant.now());
        assertThat(answer.body().path("responsible").toString())
                .isEqualTo("{\"organisationId\":\"B01\",\"role\":\"ACCOUNT_MANAGER\",\"roleName\":\"客户经理\"}");
    }

    @Test
    void merchant_service_is_asked_with_this_services_own_token() {
        http.apply(Tokens.owner(approvedMerchant()), goodApplication());
        NEIGHBOURS.verify(getRequestedFor(urlPathMatching("/internal/v1/merchants/.*"))
                .withHeader("Authorization", equalTo("Bearer service-token")));
    }

    @Test
    void the_owner_follows_the_application_later() {
        String owner = Tokens.owner(approvedMerchant());
        Http.Answer applied = http.apply(owner, goodApplication());
        Http.Answer later = http.get("/api/v1/loan-applications/" + applied.text("id"), owner);
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.body()).isEqualTo(applied.body());
        assertThat(later.text("businessStartedOn")).isEqualTo("2020-01-01");
    }

    @Test
    void an_unfitting_wish_is_refused_with_every_failed_rule() {
        String merchant = merchantOf("B01", "APPLIED");
        Http.Answer answer = http.apply(
                Tokens.owner(merchant),
                application("MICRO", 99_999_999, 36, LocalDate.now().toString()));
        assertThat(answer.problem()).isEqualTo("422 application-ineligible");
        assertThat(answer.each("errors", "rule")).containsExactly("E-1", "E-2", "E-3", "E-4");
        assertThat(answer.each("errors", "code"))
                .containsExactly(
                        "amount-out-of-range", "term-out-of-range", "trading-too-short", "merchant-not-approved");
        assertThat(answer.each("errors", "detail").get(0)).isEqualTo("该产品的金额须在 5,000 元至 500,000 元之间。");
    }

    @Test
    void reasons_come_in_english_too() {
        Http.Answer answer = http.apply(
                Tokens.owner(approvedMerchant()),
                application("MICRO", 5_000_000, 25, "2020-01-01"),
                "Accept-Language",
                "en");
        assertThat(answer.each("errors", "detail")).containsExactly("The product runs for 3 to 24 months.");
    }

    @Test
    void a_merchant_that_merchant_service_does_not_know_is_not_approved() {
        Http.Answer answer = http.apply(Tokens.owner("nobody"), goodApplication());
        assertThat(answer.problem()).isEqualTo("422 application-ineligible");
        assertThat(answer.each("errors", "rule")).containsExactly("E-4");
    }

    @Test
    void a_second_open_application_for_the_same_product_is_refused() {
        String owner = Tokens.owner(approvedMerchant());
        Http.Answer first = http.apply(owner, goodApplication());
        Http.Answer second = http.apply(owner, goodApplication());
        assertThat(second.problem()).isEqualTo("409 open-application-exists");
        assertThat(second.text("detail")).contains(first.text("id"));
        assertThat(http.apply(owner, application("MERCHANT_CREDIT", 20_000_000, 12, "2020-01-01"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_same_key_and_body_get_the_same_application() {
        String owner = Tokens.owner(approvedMerchant());
        String key = Ids.next();
        Http.Answer first = http.apply(owner, goodApplication(), "Idempotency-Key", key);
        Http.Answer again = http.apply(owner, goodApplication(), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void the_same_key_with_another_body_or_for_another_merchant_is_refused() {
        String key = Ids.next();
        String person = "person-" + key;
        http.apply(Tokens.owner(person, approvedMerchant()), goodApplication(), "Idempotency-Key", key);
        String other = Tokens.owner(person, approvedMerchant());
        assertThat(http.apply(other, goodApplication(), "Idempotency-Key", key).problem())
                .isEqualTo("422 idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "amountFen":5000000 | "amountFen":-1 | amountFen
            "amountFen":5000000 | "amountFen":0 | amountFen
            "termMonths":12 | "termMonths":0 | termMonths
            "termMonths":12 | "other":0 | termMonths
            "MICRO" | "PAWN" | productCode
            "MICRO" | "" | productCode
            "进货" | " " | purpose
            "2020-01-01" | "2199-01-01" | businessStartedOn
            "2020-01-01" | null | businessStartedOn
            """)
    void a_malformed_wish_is_refused_naming_the_field(String from, String to, String field) {
        Http.Answer answer =
                http.apply(Tokens.owner(approvedMerchant()), goodApplication().replace(from, to));
        assertThat(answer.problem()).isEqualTo("400 invalid-parameter");
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void others_do_not_even_learn_that_an_application_exists() {
        String id =
                http.apply(Tokens.owner(approvedMerchant()), goodApplication()).text("id");
        String path = "/api/v1/loan-applications/" + id;
        assertThat(http.get(path, Tokens.owner(approvedMerchant())).problem()).isEqualTo("404 not-found");
        assertThat(http.get(path, Tokens.staff("BRANCH_HEAD", "B02", "/hq/B02/"))
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(path, Tokens.staff("BRANCH_HEAD", "B01", "/hq/B01/"))
                        .status())
                .isEqualTo(200);
        assertThat(http.get(path, Tokens.staff("AUDITOR", "hq", "/hq/")).status())
                .isEqualTo(200);
    }

    @Test
    void own_applications_come_newest_first_page_by_page() {
        String owner = Tokens.owner(approvedMerchant());
        String first = http.apply(owner, goodApplication()).text("id");
        String second = http.apply(owner, application("MERCHANT_CREDIT", 20_000_000, 12, "2020-01-01"))
                .text("id");
        List<String> seen = new ArrayList<>();
        Http.Answer page = http.get("/api/v1/loan-applications?size=1", owner);
        seen.addAll(page.each("items", "id"));
        page = http.get("/api/v1/loan-applications?size=1&after=" + page.text("next"), owner);
        seen.addAll(page.each("items", "id"));
        assertThat(seen).containsExactly(second, first);
        assertThat(page.body().has("next")).isFalse();
        assertThat(http.get("/api/v1/loan-applications", Tokens.owner(approvedMerchant()))
                        .each("items", "id"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"size=0,size", "size=101,size", "size=x,size", "after=!!!,after", "after=bm9ib2R5,after"})
    void a_broken_page_is_refused(String query, String field) {
        Http.Answer answer = http.get("/api/v1/loan-applications?" + query, Tokens.owner(approvedMerchant()));
        assertThat(answer.problem()).isEqualTo("400 invalid-parameter");
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void other_services_ask_for_the_latest_application_of_a_merchant() {
        String merchant = approvedMerchant();
        String path = "/internal/v1/merchants/" + merchant + "/loan-applications/latest";
        assertThat(http.get(path, Tokens.service()).problem()).isEqualTo("404 not-found");
        http.apply(Tokens.owner(merchant), goodApplication());
        String latest = http.apply(Tokens.owner(merchant), application("MERCHANT_CREDIT", 20_000_000, 12, "2020-01-01"))
                .text("id");
        Http.Answer answer = http.get(path, Tokens.service());
        assertThat(answer.text("id")).isEqualTo(latest);
        assertThat(answer.text("stageName")).isEqualTo("资料审核");
        assertThat(answer.body().path("responsible").path("roleName").asString())
                .isEqualTo("客户经理");
    }
}
