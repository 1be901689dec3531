package org.linli.gateway;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One running gateway for all tests with the same settings. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"PAGES=classpath:/pages/", "LOG_LEVEL=WARN", "REQUEST_LOG_LEVEL=WARN"})
abstract class GatewayTest {
    @LocalServerPort
    int port;

    WebTestClient client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.announceTo(registry);
    }

    @BeforeEach
    void connect() {
        Services.reset();
        client = WebTestClient.bindToServer(new JdkClientHttpConnector())
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    WebTestClient.ResponseSpec get(String path) {
        return client.get().uri(at(path)).exchange();
    }

    WebTestClient.ResponseSpec getAs(String token, String path) {
        return call(HttpMethod.GET, token, path);
    }

    WebTestClient.ResponseSpec call(HttpMethod method, String token, String path) {
        return client.method(method)
                .uri(at(path))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The whole body, to the letter. */
    static void isProblem(WebTestClient.ResponseSpec answer, int status, String title, String code, String detail) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "application/problem+json")
                .expectBody(String.class)
                .isEqualTo("{\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code
                        + "\",\"detail\":\"" + detail + "\"}");
    }

    static void isNotFound(WebTestClient.ResponseSpec answer) {
        isProblem(answer, 404, "Not Found", "not-found", "未找到。");
    }
}
