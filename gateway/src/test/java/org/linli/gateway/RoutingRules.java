package org.linli.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class RoutingRules extends GatewayTest {
    @ParameterizedTest
    @CsvSource({
        "geo-search-service, /api/v1/nearby/offers?lat=30.25&lng=120.15",
        "geo-search-service, /api/v1/nearby/merchants?branchId=B01",
        "geo-search-service, /api/v1/admin/search/reindex",
        "geo-search-service, /api/v1/admin/search/freshness",
        "user-service, /api/v1/branches?lat=30.25&lng=120.15",
        "user-service, /api/v1/auth/refresh",
        "user-service, /api/v1/me",
        "user-service, /api/v1/me/wechat",
        "user-service, /api/v1/admin/organisations",
        "user-service, /api/v1/admin/staff/s1",
        "user-service, /api/v1/admin/roles",
        "user-service, /api/v1/admin/branches/B01",
        "user-service, /api/v1/admin/branches/imports",
        "merchant-service, /api/v1/merchants",
        "merchant-service, /api/v1/merchants/mine",
        "merchant-service, /api/v1/merchants/m1/offers",
        "merchant-service, /api/v1/offers/o1",
        "merchant-service, /api/v1/offers/o1/claims",
        "merchant-service, /api/v1/redemptions/r1/reversal",
        "merchant-service, /api/v1/me/coupons",
        "merchant-service, /api/v1/me/coupons/c1/redemption-code",
        "merchant-service, /api/v1/categories",
        "merchant-service, /api/v1/admin/merchants/m1/approval",
        "merchant-service, /api/v1/admin/merchants/imports/i1",
        "merchant-service, /api/v1/admin/offers/o1",
        "merchant-service, /api/v1/merchants/m1/statistics?from=2026-10-01&to=2026-10-31",
        "merchant-service, /api/v1/admin/statistics/export?format=csv",
        "merchant-service, /api/v1/me/favourites/offer",
        "merchant-service, /api/v1/me/reviews",
        "merchant-service, /api/v1/me/reports",
        "merchant-service, /api/v1/admin/reviews/r1/approval",
        "merchant-service, /api/v1/admin/reports/r1/resolution",
        "merchant-service, /api/v1/campaigns/k1/participations",
        "merchant-service, /api/v1/me/participations",
        "merchant-service, /api/v1/me/points",
        "merchant-service, /api/v1/admin/campaigns/k1/report",
        "loan-service, /api/v1/loan-products",
        "loan-service, /api/v1/loan-calculations",
        "loan-service, /api/v1/signing-callbacks",
        "loan-service, /api/v1/loan-applications/a1",
        "loan-service, /api/v1/loans/l1/schedule",
        "loan-service, /api/v1/admin/loan-applications",
        "loan-service, /api/v1/admin/loan-applications/imports",
        "loan-service, /api/v1/admin/loans/l1",
        "loan-service, /api/v1/admin/loan-policies/1",
        "loan-service, /api/v1/admin/loan-what-ifs/w1/changes.csv",
        "loan-service, /api/v1/admin/loan-history/imports",
        "loan-service, /api/v1/admin/straight-through-days/2026-03-10",
        "loan-service, /api/v1/customer-files/mine",
        "loan-service, /api/v1/villages/v1/notices",
        "loan-service, /api/v1/admin/customer-files/f1/relations",
        "loan-service, /api/v1/admin/guarantee-companies",
        "loan-service, /api/v1/admin/villages/v1/progress",
        "loan-service, /api/v1/admin/village-credits/c1/signature",
        "loan-service, /api/v1/admin/marketing/visits",
        "loan-service, /api/v1/admin/data-keys/loan-service/rewrapping",
        "wechat-adapter, /wechat/hq/callback?signature=x",
    })
    void every_public_path_reaches_its_service(String service, String path) {
        getAs(Tokens.of("s1", "staff"), path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"service\":\"" + service + "\"}");
        Services.named(service).verify(1, getRequestedFor(urlEqualTo(path)));
    }

    @Test
    void the_key_set_is_published() {
        get("/.well-known/jwks.json")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(Tokens.published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/service-tokens",
                "/internal",
                "/merchant",
                "/admin",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/v3/api-docs/user-service",
                "/docs",
                "/nothing"
            })
    void what_is_not_in_the_table_does_not_exist(String path) {
        isNotFound(get(path));
        isNotFound(getAs(Tokens.of("svc", "service"), path));
        isNotFound(call(HttpMethod.POST, Tokens.of("s1", "staff"), path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/unknown", "/api/v1/admin/unknown", "/api/v2/me"})
    void an_unknown_interface_is_not_found_for_those_who_may_ask(String path) {
        isNotFound(getAs(Tokens.of("s1", "staff"), path));
    }

    @Test
    void an_internal_path_cannot_be_reached_by_dressing_it_up() {
        for (String path : new String[] {
            "/api/v1/nearby/../../../internal/v1/x",
            "/api/v1/nearby/%2e%2e/%2e%2e/internal/v1/x",
            "/api/v1/nearby/..;/internal/v1/x",
            "/api/v1/nearby//internal/v1/x",
            "/api/v1/nearby/%2Finternal/v1/x"
        }) {
            get(path).expectStatus().is4xxClientError();
        }
        Services.ALL
                .values()
                .forEach(service -> org.assertj.core.api.Assertions.assertThat(service.getAllServeEvents())
                        .isEmpty());
    }

    @Test
    void health_is_answered_by_the_gateway_itself() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            get(path).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("UP");
        }
    }

    @Test
    void a_hundred_at_once_are_all_served() {
        Services.named("user-service").stubFor(any(anyUrl()).willReturn(ok("[]").withFixedDelay(20)));
        HttpClient crowd = HttpClient.newHttpClient();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 100)
                .mapToObj(any -> crowd.sendAsync(
                                HttpRequest.newBuilder(at("/api/v1/branches")).build(),
                                HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
    }
}
