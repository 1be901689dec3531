package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.localstack.shots.Shots;
import org.linli.merchant.HttpTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.annotation.DirtiesContext;

/** Uploads as the container reads them: where a body of several parts is bounded and taken apart. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(UploadOverHttpTest.Tokens.class)
@DirtiesContext
class UploadOverHttpTest extends HttpTest {
    private static final String BOUNDARY = "------------------------aBoundary";

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private String merchantId;

    /** The token names its owner's merchant. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        JwtDecoder anyToken() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("owner-of-" + token)
                    .claim("kind", "merchant")
                    .claim("merchantId", token)
                    .claim("roles", List.of("OWNER"))
                    .claim("may", Map.of("*", List.of("merchant.manage-own")))
                    .build();
        }
    }

    @BeforeEach
    void aMerchant() throws Exception {
        merchantId = approvedMerchant();
    }

    @Test
    void a_picture_of_nearly_two_megabytes_comes_through_and_is_shown() throws Exception {
        byte[] shot = Arrays.copyOf(Shots.jpeg(1_200, 900), 1_900_000);
        HttpResponse<byte[]> filed = send(BodyPublishers.ofByteArray(parts(shot)));
        assertThat(filed.statusCode()).isEqualTo(201);
        String picture = json.readTree(filed.body()).path("id").asString();
        HttpRequest look = HttpRequest.newBuilder(address("/api/v1/merchants/" + merchantId + "/photos/" + picture))
                .build();
        HttpResponse<byte[]> shown = client.send(look, BodyHandlers.ofByteArray());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(shown.body().length).isLessThan(200_000);
    }

    @Test
    void more_than_the_limit_is_too_large_whether_or_not_the_length_was_told() throws Exception {
        byte[] body = parts(new byte[2_500_000]);
        refused(413, "payload-too-large", send(BodyPublishers.ofByteArray(body)));
        refused(413, "payload-too-large", send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    @Test
    void parts_that_do_not_end_are_a_malformed_body() throws Exception {
        byte[] whole = parts(Shots.jpeg(400, 300));
        refused(400, "malformed-body", send(BodyPublishers.ofByteArray(Arrays.copyOf(whole, whole.length / 2))));
    }

    @Test
    void parts_without_a_file_are_named() throws Exception {
        byte[] none = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        refused(400, "invalid-parameter", send(BodyPublishers.ofByteArray(none)));
    }

    private void refused(int status, String code, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    private HttpResponse<byte[]> send(BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/api/v1/merchants/mine/photos"))
                .header("Authorization", "Bearer " + merchantId)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static byte[] parts(byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
