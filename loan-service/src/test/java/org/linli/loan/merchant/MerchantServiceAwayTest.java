package org.linli.loan.merchant;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** While merchant-service is away nothing is decided and nothing stored; the caller is told when to come back. */
class MerchantServiceAwayTest extends RunningService {
    private static final UrlPathPattern MERCHANTS = urlPathMatching("/internal/v1/merchants/.*");

    @Test
    void every_kind_of_failure_answers_503_and_stores_nothing() {
        String owner = Tokens.owner(Ids.next());
        for (ResponseDefinitionBuilder failure : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(500),
            aResponse().withStatus(503),
            aResponse().withStatus(401),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            okJson("{"),
            okJson("{\"merchantId\":\"M1\"}"),
            aResponse().withStatus(200)
        }) {
            merchantServiceAnswers(failure);
            Http.Answer answer = http.apply(owner, goodApplication());
            assertThat(answer.problem()).isEqualTo("503 dependency-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
        assertThat(http.get("/api/v1/loan-applications", owner).each("items", "id"))
                .isEmpty();
    }

    @Test
    void a_slow_merchant_service_is_waited_for_two_seconds_at_most() {
        merchantServiceAnswers(aResponse().withStatus(200).withFixedDelay(6_000));
        Instant before = Instant.now();
        assertThat(http.apply(Tokens.owner("M1"), goodApplication()).problem()).isEqualTo("503 dependency-unavailable");
        assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void after_many_failures_merchant_service_is_left_alone_until_it_recovers() {
        merchantServiceAnswers(aResponse().withStatus(500));
        for (int i = 0; i < 15; i++) {
            http.apply(Tokens.owner("M1"), goodApplication());
        }
        NEIGHBOURS.verify(10, getRequestedFor(MERCHANTS));
        NEIGHBOURS.resetRequests();
        String owner = Tokens.owner(approvedMerchant());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(http.apply(owner, goodApplication()).status())
                                .isIn(201, 409));
    }

    @Test
    void a_retry_with_the_same_key_succeeds_once_merchant_service_is_back() {
        String key = Ids.next();
        merchantServiceAnswers(aResponse().withStatus(503));
        String merchant = Ids.next();
        String owner = Tokens.owner(merchant);
        assertThat(http.apply(owner, goodApplication(), "Idempotency-Key", key).status())
                .isEqualTo(503);
        merchantServiceAnswers(okJson("""
                {"merchantId":"%s","name":"面馆","status":"APPROVED","branchId":"B01","organisationPath":"/hq/B01/"}
                """.formatted(merchant)));
        assertThat(http.apply(owner, goodApplication(), "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    private static void merchantServiceAnswers(ResponseDefinitionBuilder response) {
        NEIGHBOURS.stubFor(get(MERCHANTS).willReturn(response));
    }
}
