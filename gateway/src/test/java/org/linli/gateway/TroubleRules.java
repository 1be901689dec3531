package org.linli.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Each test uses a service of its own, because the breakers remember. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PAGES=classpath:/nowhere/",
            "RESPONSE_TIMEOUT=700ms",
            "WECHAT_TIMEOUT=300ms",
            "BREAKER_OPEN_FOR=300ms",
            "LOG_LEVEL=ERROR",
            "REQUEST_LOG_LEVEL=ERROR",
            "MANAGEMENT_PORT=0"
        })
@DirtiesContext
class TroubleRules extends GatewayTest {
    private final String staff = Tokens.of("s1", "staff");

    @Test
    void a_dead_service_is_reported_as_unavailable_at_once_and_found_again_when_it_is_back() {
        int itsPort = Services.stop("loan-service");
        try {
            for (int i = 0; i < 30; i++) {
                isUnavailable(get("/api/v1/loan-products"));
            }
        } finally {
            Services.start("loan-service", itsPort);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> get("/api/v1/loan-products").expectStatus().isOk());
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_unavailable() {
        Services.named("geo-search-service")
                .stubFor(any(anyUrl()).willReturn(ok("late").withFixedDelay(3_000)));
        long start = System.nanoTime();
        isUnavailable(get("/api/v1/nearby/offers"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void wechat_gets_less_time_and_imports_get_more() {
        Services.ALL
                .values()
                .forEach(service -> service.stubFor(
                        any(anyUrl()).atPriority(2).willReturn(ok("late").withFixedDelay(1_000))));
        isUnavailable(get("/wechat/hq/callback"));
        call(HttpMethod.POST, staff, "/api/v1/admin/branches/imports")
                .expectStatus()
                .isOk();
    }

    @Test
    void a_post_is_never_sent_twice_and_a_get_at_most_twice() {
        WireMockServer merchants = Services.named("merchant-service");
        merchants.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        isUnavailable(call(HttpMethod.POST, staff, "/api/v1/offers/o1/claims"));
        merchants.verify(1, postRequestedFor(anyUrl()));
        isUnavailable(get("/api/v1/offers/o1"));
        merchants.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void an_answer_that_breaks_off_is_refused_whole_and_its_head_is_gone() {
        Services.named("geo-search-service")
                .stubFor(any(anyUrl())
                        .willReturn(ok("half")
                                .withHeader("Content-Length", "100")
                                .withHeader("Content-Type", "text/plain")
                                .withHeader("ETag", "\"of-the-whole\"")));
        WebTestClient.ResponseSpec answer = get("/api/v1/nearby/offers");
        answer.expectHeader().doesNotExist("ETag");
        answer.expectHeader().exists("X-Request-Id");
        answer.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        isUnavailable(answer);
    }

    @Test
    void refusals_and_errors_of_a_service_pass_through_and_do_not_open_the_breaker() {
        WireMockServer users = Services.named("user-service");
        for (int status : new int[] {404, 409, 422, 500, 503}) {
            users.stubFor(any(anyUrl())
                    .atPriority(2)
                    .willReturn(aResponse().withStatus(status).withBody("its own words " + status)));
            for (int i = 0; i < 30; i++) {
                get("/api/v1/branches")
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .isEqualTo("its own words " + status);
            }
        }
        users.verify(150, getRequestedFor(anyUrl()));
    }

    @Test
    void the_page_says_that_it_has_not_been_built() {
        get("/").expectStatus()
                .isEqualTo(HttpStatus.NOT_FOUND)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("页面尚未构建：请在 web 目录运行 npm ci 和 npm run build，然后重新打包网关。");
    }

    private static void isUnavailable(WebTestClient.ResponseSpec answer) {
        answer.expectHeader().valueEquals("Retry-After", "2");
        isProblem(answer, 503, "Service Unavailable", "dependency-unavailable", "服务暂时不可用，请稍后再试。");
    }
}
