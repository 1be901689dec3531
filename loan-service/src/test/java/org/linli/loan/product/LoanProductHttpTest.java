package org.linli.loan.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import tools.jackson.databind.JsonNode;

class LoanProductHttpTest extends RunningService {

    @Test
    void anyone_sees_the_products_with_their_limits() {
        Http.Answer answer = http.get("/api/v1/loan-products", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.each("items", "code")).startsWith("MICRO", "MERCHANT_CREDIT", "REVOLVING", "SUNSHINE");
        JsonNode micro = answer.body().path("items").path(0);
        assertThat(micro.path("name").asString()).isEqualTo("小微贷");
        assertThat(micro.path("minAmountFen").asLong()).isEqualTo(500_000);
        assertThat(micro.path("maxAmountFen").asLong()).isEqualTo(50_000_000);
        assertThat(micro.path("minTermMonths").asInt()).isEqualTo(3);
        assertThat(micro.path("maxTermMonths").asInt()).isEqualTo(24);
        assertThat(micro.path("minAnnualRatePercent").isString()).isTrue();
    }

    @Test
    void names_follow_the_callers_language() {
        assertThat(http.get("/api/v1/loan-products", "", "Accept-Language", "en")
                        .each("items", "name"))
                .startsWith("Micro-loan", "Merchant credit", "Revolving line", "Sunshine credit");
        assertThat(http.get("/api/v1/loan-products", "", "Accept-Language", "zh-CN")
                        .each("items", "name"))
                .startsWith("小微贷", "商户信用贷", "最高额循环贷", "阳光信贷");
    }
}
