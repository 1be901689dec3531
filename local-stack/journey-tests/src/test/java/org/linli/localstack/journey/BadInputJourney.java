package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;

/** Bad input through the gateway: the status and code of the API, nothing changed, never 500. */
class BadInputJourney {
    private final RunningPlatform platform = RunningPlatform.get();
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lat=30&lng=120&crs=MARS",
                "lat=91&lng=120",
                "lat=120&lng=30",
                "lat=30&lng=120&radius=-1",
                "lat=30&lng=120&radius=0",
                "lat=30&lng=120&radius=50000",
                "lat=30&lng=120&size=0",
                "lat=30&lng=120&size=1000000",
                "lat=30&lng=120&after=broken",
                "lat=NaN&lng=120",
                "lat=30",
                "lat=abc&lng=120"
            })
    void an_impossible_search_is_a_400_that_names_the_parameter(String query) {
        for (String path : new String[] {"/api/v1/nearby/offers?", "/api/v1/nearby/merchants?"}) {
            Answer answer = platform.anonymous().get(path + query);

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).as(query).isEqualTo("invalid-parameter");
            assertThat(answer.body().path("errors").isEmpty()).as(query).isFalse();
        }
    }

    @Test
    void a_query_that_is_no_utf_8_is_a_400() {
        Answer answer = platform.anonymous().get("/api/v1/nearby/offers?lat=30&lng=120&q=%FF%FE");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-parameter");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/loan-calculations", "application/json", "{\"x\":\"" + "x".repeat(10_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("payload-too-large");
    }

    @Test
    void invalid_utf_8_in_a_body_is_a_400() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.stack.baseUrl() + "/api/v1/auth/staff"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', 'u', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
                .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'<xml><a></xml>'",
        "'<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>'"
    })
    void broken_xml_and_external_entities_are_refused(String xml) throws Exception {
        HttpResponse<String> answer = post(signedCallback("1"), "text/xml", xml);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("malformed-body").doesNotContain("root:");
    }

    @Test
    void a_wrong_signature_is_refused() throws Exception {
        HttpResponse<String> answer =
                post("/wechat/hq/callback?signature=0000&timestamp=1&nonce=1", "text/xml", "<xml></xml>");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("invalid-signature");
    }

    @Test
    void an_expired_or_foreign_token_is_a_401() throws Exception {
        String foreign = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4IiwiZXhwIjoxfQ." + "c2lnbmF0dXJl".repeat(20);
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.stack.baseUrl() + "/api/v1/me"))
                .header("Authorization", "Bearer " + foreign)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("unauthenticated");
    }

    @Test
    void a_claim_after_the_window_and_a_key_used_twice_are_refused() {
        PlatformApi owner = platform.phone("13800000001");
        Map<String, Object> late = RunningPlatform.anOffer("late", 5, 2);
        late.put("validUntil", java.time.OffsetDateTime.now().minusHours(1).toString());
        assertThat(owner.post("/api/v1/merchants/" + platform.merchantId(1) + "/offers", late)
                        .status())
                .isEqualTo(400);

        String offer = owner.post(
                        "/api/v1/merchants/" + platform.merchantId(1) + "/offers",
                        RunningPlatform.anOffer("keys", 5, 2))
                .body()
                .path("id")
                .asString();
        assertThat(owner.post("/api/v1/offers/" + offer + "/publication", Map.of())
                        .ok())
                .isTrue();
        PlatformApi consumer = platform.consumer(7);
        String key = UUID.randomUUID().toString();
        Answer first = consumer.post("/api/v1/offers/" + offer + "/claims", Map.of(), key);
        Answer replay = consumer.post("/api/v1/offers/" + offer + "/claims", Map.of(), key);
        Answer reused = consumer.post("/api/v1/offers/" + offer + "/claims", Map.of("other", "body"), key);

        assertThat(replay.body().path("couponId")).isEqualTo(first.body().path("couponId"));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
        assertThat(consumer.post("/api/v1/offers/" + offer + "/claims", Map.of())
                        .code())
                .isEqualTo("idempotency-key-required");
    }

    @Test
    void inside_paths_do_not_exist_outside() {
        assertThat(platform.anonymous().get("/internal/v1/merchants/x").status())
                .isIn(401, 404);
        assertThat(platform.staff("admin").get("/internal/v1/merchants/x").status())
                .isEqualTo(404);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.stack.baseUrl() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String signedCallback(String nonce) throws NoSuchAlgorithmException {
        String[] parts = {platform.wechatToken(), "1", nonce};
        Arrays.sort(parts);
        byte[] digest =
                MessageDigest.getInstance("SHA-1").digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
        return "/wechat/hq/callback?timestamp=1&nonce=" + nonce + "&signature="
                + HexFormat.of().formatHex(digest);
    }
}
