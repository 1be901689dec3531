package org.linli.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

class EdgeRules extends GatewayTest {
    private static final String BRANCHES = "/api/v1/branches";

    @Autowired
    private MeterRegistry meters;

    @Test
    void every_answer_is_counted_once_by_route_method_and_status_also_a_refusal() {
        long routed = counted("user-service", "GET", "200");
        long refused = counted("none", "GET", "401");
        long madeUp = counted("none", "other", "400");
        get(BRANCHES).expectStatus().isOk();
        get("/api/v1/me").expectStatus().isUnauthorized();
        call(HttpMethod.valueOf("MADEUP"), "no token", "/api/v1/me")
                .expectStatus()
                .isBadRequest();

        assertThat(counted("user-service", "GET", "200")).isEqualTo(routed + 1);
        assertThat(counted("none", "GET", "401")).isEqualTo(refused + 1);
        assertThat(counted("none", "other", "400")).isEqualTo(madeUp + 1);
    }

    private long counted(String route, String method, String status) {
        Timer timer = meters.find("http.server.requests")
                .tags("route", route, "method", method, "status", status)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    @Test
    void a_sane_request_id_is_kept_passed_on_and_answered_once() {
        client.get()
                .uri(BRANCHES)
                .header("X-Request-Id", "abc_1.2-3")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "abc_1.2-3");
        Services.named("user-service")
                .verify(getRequestedFor(urlEqualTo(BRANCHES)).withHeader("X-Request-Id", equalTo("abc_1.2-3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space", "<script>", "x2345678901234567890123456789012345678901234567890123456789012345"})
    void any_other_request_id_is_replaced(String given) {
        client.get()
                .uri(BRANCHES)
                .header("X-Request-Id", given)
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-Id", "[0-9a-f]{16}");
    }

    @Test
    void refusals_carry_the_request_id_too() {
        client.get()
                .uri("/api/v1/me")
                .header("X-Request-Id", "mine")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("X-Request-Id", "mine");
    }

    @Test
    void a_trace_travels_through_and_forged_proxy_headers_do_not() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        client.get()
                .uri(BRANCHES)
                .header("traceparent", trace)
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Real-IP", "1.2.3.4")
                .header("X-HTTP-Method-Override", "DELETE")
                .exchange()
                .expectStatus()
                .isOk();
        Services.named("user-service")
                .verify(getRequestedFor(urlEqualTo(BRANCHES))
                        .withHeader("traceparent", equalTo(trace))
                        .withoutHeader("X-Forwarded-For")
                        .withoutHeader("X-Forwarded-Host")
                        .withoutHeader("X-Forwarded-Prefix")
                        .withoutHeader("Forwarded")
                        .withoutHeader("X-Real-IP")
                        .withoutHeader("X-HTTP-Method-Override"));
    }

    @Test
    void every_answer_carries_the_security_headers_once_whatever_the_service_said() {
        get(BRANCHES)
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "strict-origin-when-cross-origin")
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void an_announced_body_over_two_megabytes_is_refused_before_it_reaches_a_service() {
        isTooLarge(client.post()
                .uri("/api/v1/loan-calculations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[2 * 1024 * 1024 + 1])
                .exchange());
        Services.named("loan-service").verify(0, postRequestedFor(urlEqualTo("/api/v1/loan-calculations")));
    }

    @Test
    void two_megabytes_pass() {
        client.post()
                .uri("/api/v1/loan-calculations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[2 * 1024 * 1024])
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void a_chunked_body_is_counted_on_its_way() {
        isTooLarge(chunked("/api/v1/loan-calculations", 10 * 1024 * 1024));
        isTooLarge(chunked("/wechat/hq/callback", 65 * 1024));
        chunked("/wechat/hq/callback", 64 * 1024).expectStatus().isOk();
    }

    @Test
    void a_wechat_callback_is_at_most_64_kilobytes() {
        isTooLarge(client.post()
                .uri("/wechat/hq/callback")
                .bodyValue(new byte[64 * 1024 + 1])
                .exchange());
    }

    @Test
    void a_body_nobody_asked_for_is_refused_as_well() {
        isTooLarge(client.post()
                .uri("/nothing")
                .bodyValue(new byte[10 * 1024 * 1024])
                .exchange());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nearby/offers?q=%ff",
                "/api/v1/nearby/offers?q=%C0%AF",
                "/api/v1/nearby/offers?q=%ED%A0%80",
                "/api/v1/nearby/offers?q=%00",
                "/api/v1/offers/%E7%81",
                "/api/v1/nearby/offers?q=%zz",
                "/api/v1/nearby/offers?q=a|b",
                "/api/v1/nearby/offers?q=\u00ff"
            })
    void an_address_that_is_no_text_is_a_bad_request(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .contains("content-type: application/problem+json")
                .endsWith("{\"title\":\"Bad Request\",\"status\":400,\"code\":\"invalid-parameter\","
                        + "\"detail\":\"请求地址不正确：须为规范的路径和 UTF-8 百分号编码。\"}");
    }

    @Test
    void chinese_words_arrive_whether_encoded_or_not() throws IOException {
        String raw = new String("火锅".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(raw("GET /api/v1/nearby/offers?q=" + raw + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
        get("/api/v1/nearby/offers?q=%E7%81%AB%E9%94%85").expectStatus().isOk();
        Services.named("geo-search-service")
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/api/v1/nearby/offers")).withQueryParam("q", equalTo("火锅")));
    }

    @Test
    void a_broken_request_line_is_a_bad_request() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n"))
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .endsWith(
                        "{\"title\":\"Bad Request\",\"status\":400,\"code\":\"invalid-request\",\"detail\":\"请求不正确。\"}");
    }

    @Test
    void headers_and_addresses_have_a_limit() throws IOException {
        String tooLong = "{\"title\":\"Request Header Fields Too Large\",\"status\":431,\"code\":\"headers-too-large\","
                + "\"detail\":\"请求头或地址过长。\"}";
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .endsWith(tooLong);
        assertThat(raw("GET /?x=" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void the_page_is_asked_anew_and_its_assets_never() {
        get("/").expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self'; .*frame-ancestors 'none'")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<title>page</title>"));
        client.head().uri("/").exchange().expectStatus().isOk();
        get("/assets/index-abc123.js")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
        isNotFound(get("/assets/other.js"));
    }

    private WebTestClient.ResponseSpec chunked(String path, int bytes) {
        DefaultDataBufferFactory buffers = new DefaultDataBufferFactory();
        Flux<DataBuffer> parts = Flux.range(0, bytes / 1024).map(i -> buffers.wrap(new byte[1024]));
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(BodyInserters.fromDataBuffers(parts))
                .exchange();
    }

    private static void isTooLarge(WebTestClient.ResponseSpec answer) {
        isProblem(answer, 413, "Content Too Large", "payload-too-large", "请求内容过大。");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
