package org.linli.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessRules extends GatewayTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nearby/offers",
        "GET, /api/v1/branches",
        "GET, /api/v1/offers/o1",
        "GET, /api/v1/merchants/m1",
        "GET, /api/v1/categories",
        "GET, /api/v1/loan-products",
        "POST, /api/v1/loan-calculations",
        "POST, /api/v1/signing-callbacks",
        "POST, /api/v1/auth/wechat",
        "POST, /api/v1/auth/phone/code",
        "GET, /wechat/hq/callback",
        "POST, /wechat/hq/callback",
    })
    void the_public_list_needs_no_token(String method, String path) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/me",
        "GET, /api/v1/me/coupons",
        "GET, /api/v1/merchants/mine",
        "GET, /api/v1/merchants/m1/offers",
        "POST, /api/v1/merchants",
        "POST, /api/v1/offers/o1/claims",
        "POST, /api/v1/redemptions",
        "GET, /api/v1/loans",
        "POST, /api/v1/loan-applications",
        "DELETE, /api/v1/branches",
        "GET, /api/v1/admin/merchants",
        "GET, /api/v1/unknown",
    })
    void everything_else_needs_one(String method, String path) {
        isUnauthenticated(client.method(HttpMethod.valueOf(method)).uri(path).exchange());
    }

    @Test
    void the_refusal_is_english_for_those_who_ask_for_english() {
        isProblem(
                client.get()
                        .uri("/api/v1/me")
                        .header("Accept-Language", "en-GB,en;q=0.9")
                        .exchange(),
                401,
                "Unauthorized",
                "unauthenticated",
                "Please log in; the login may have expired.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "merchant", "service", "Staff", "null"})
    void the_staff_api_is_for_staff(String kind) {
        isProblem(
                getAs(Tokens.of("x", kind), "/api/v1/admin/merchants"), 403, "Forbidden", "forbidden", "您没有执行此操作的权限。");
    }

    @Test
    void a_token_travels_on_because_services_verify_it_again() {
        String token = Tokens.of("c1", "consumer");
        getAs(token, "/api/v1/me").expectStatus().isOk();
        Services.named("user-service")
                .verify(getRequestedFor(urlEqualTo("/api/v1/me"))
                        .withHeader("Authorization", equalTo("Bearer " + token)));
    }

    @Test
    void an_expired_token_is_refused_even_where_none_is_needed() {
        String expired = Tokens.sign(Tokens.KEY, "c1", "consumer", "linli", Duration.ofSeconds(-60));
        isUnauthenticated(getAs(expired, "/api/v1/me"));
        isUnauthenticated(getAs(expired, "/api/v1/nearby/offers"));
    }

    @Test
    void an_expired_token_does_not_stop_anyone_from_renewing_the_login() {
        String expired = Tokens.sign(Tokens.KEY, "c1", "consumer", "linli", Duration.ofSeconds(-60));
        call(HttpMethod.POST, expired, "/api/v1/auth/refresh").expectStatus().isOk();
    }

    @Test
    void a_token_signed_by_a_stranger_or_for_another_issuer_is_refused() {
        isUnauthenticated(getAs(
                Tokens.sign(Tokens.STRANGER, "c1", "staff", "linli", Duration.ofMinutes(5)), "/api/v1/admin/staff"));
        isUnauthenticated(
                getAs(Tokens.sign(Tokens.KEY, "c1", "staff", "other", Duration.ofMinutes(5)), "/api/v1/admin/staff"));
    }

    @Test
    void an_unsigned_token_and_one_signed_with_the_public_key_as_secret_are_refused() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("s1")
                .issuer("linli")
                .claim("kind", "staff")
                .build();
        isUnauthenticated(getAs(new PlainJWT(claims).serialize(), "/api/v1/admin/staff"));
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        confused.sign(new MACSigner(Tokens.KEY.toPublicKey().getEncoded()));
        isUnauthenticated(getAs(confused.serialize(), "/api/v1/admin/staff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y.z", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "@@@"})
    void rubbish_is_refused(String token) {
        isUnauthenticated(getAs(token, "/api/v1/me"));
    }

    private static void isUnauthenticated(WebTestClient.ResponseSpec answer) {
        answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer");
        isProblem(answer, 401, "Unauthorized", "unauthenticated", "请先登录，或登录已过期。");
    }
}
