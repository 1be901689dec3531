package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox on a port of its own, seen through HTTP as its users see it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"sandbox.fixed-codes=true", "sandbox.wechat.cut-off=400ms"})
abstract class SandboxTest {
    static final String CREDENTIALS = "appid=wx0123456789abcdef&secret=sandbox-secret";
    static PlatformStub platform = new PlatformStub();

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void deliverToTheStub(DynamicPropertyRegistry registry) {
        registry.add("sandbox.wechat.callback-url", platform::callbackUrl);
    }

    @BeforeAll
    static void quietPlatform() {
        platform.received.clear();
        platform.answer = request -> "success";
        platform.status = 200;
    }

    @AfterEach
    void noFaultOutlivesItsTest() throws Exception {
        send("DELETE", "/sandbox/faults", "");
        platform.received.clear();
        platform.answer = request -> "success";
        platform.status = 200;
    }

    void fault(String fault) throws Exception {
        assertThat(send("POST", "/sandbox/faults", fault).statusCode()).isEqualTo(204);
    }

    JsonNode get(String path) throws Exception {
        return json.readTree(send("GET", path, "").body());
    }

    JsonNode post(String path, String body) throws Exception {
        return json.readTree(send("POST", path, body).body());
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, */*;q=0.1")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
