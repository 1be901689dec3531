package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KmsTest extends SandboxTest {
    /** Wrapped by kms-2 in an earlier life of the sandbox. */
    private static final String WRAPPED_LONG_AGO = "MDEyMzQ1Njc4OWFi1C+ZfOtoWoTP9qIQGhnZfHmQiw==";

    private HttpResponse<String> ask(String method, String path, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/kms/v1/keys" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path, String body) throws Exception {
        return ask("POST", path, body, "sandbox-kms-token");
    }

    private String current() throws Exception {
        return json.readTree(ask("GET", "/current", "", "sandbox-kms-token").body())
                .path("keyId")
                .asString();
    }

    private JsonNode wrap(String id) throws Exception {
        return json.readTree(ask("/" + id + "/wrap", "{\"plaintext\":\"AQID\"}").body());
    }

    @Test
    void whatAKeyWrappedItUnwraps() throws Exception {
        JsonNode wrapped = wrap("kms-1");
        assertThat(wrapped).isNotEqualTo(wrap("kms-1"));
        assertThat(ask("/kms-1/unwrap", wrapped.toString()).body()).isEqualTo("{\"plaintext\":\"AQID\"}");
        assertThat(ask("/kms-2/unwrap", wrapped.toString()).statusCode()).isEqualTo(400);
        assertThat(ask("/kms-1/unwrap", "{\"ciphertext\":\"AQID\"}").statusCode())
                .isEqualTo(400);
        assertThat(ask("/kms-1/wrap", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void keysComeBackAfterARestart() throws Exception {
        assertThat(ask("/kms-2/unwrap", "{\"ciphertext\":\"" + WRAPPED_LONG_AGO + "\"}")
                        .body())
                .isEqualTo("{\"plaintext\":\"AQID\"}");
    }

    @Test
    void aRotationMakesTheNextKeyCurrentAndKeepsTheOldOnes() throws Exception {
        String before = current();
        JsonNode wrapped = wrap(before);
        String rotated = post("/sandbox/kms/rotation", "").path("keyId").asString();
        assertThat(rotated).isEqualTo(current()).isNotEqualTo(before);
        assertThat(ask("/" + before + "/unwrap", wrapped.toString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsServedWithoutTheToken() throws Exception {
        assertThat(ask("GET", "/current", "", "wrong").statusCode()).isEqualTo(401);
        assertThat(ask("POST", "/kms-1/wrap", "{\"plaintext\":\"AQID\"}", "wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/kms/v1/keys/kms-1/unwrap", "{\"ciphertext\":\"AQID\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyThatIsNoneIsNotFound() throws Exception {
        assertThat(ask("/other/wrap", "{\"plaintext\":\"AQID\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void itFailsOnDemand() throws Exception {
        send("POST", "/sandbox/faults", "{\"target\":\"kms\",\"kind\":\"error\",\"status\":503}");
        assertThat(ask("/kms-1/wrap", "{\"plaintext\":\"AQID\"}").statusCode()).isEqualTo(503);
        assertThat(ask("/kms-1/wrap", "{\"plaintext\":\"AQID\"}").statusCode()).isEqualTo(200);
    }
}
