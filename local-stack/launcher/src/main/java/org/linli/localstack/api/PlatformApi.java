package org.linli.localstack.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls the gateway as one person; logs in again shortly before the token ends. */
public class PlatformApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 30;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String baseUrl;
    private final @Nullable String loginPath;
    private final @Nullable Object loginBody;
    private @Nullable String token;
    private Instant tokenEnds = Instant.EPOCH;

    private PlatformApi(String baseUrl, @Nullable String loginPath, @Nullable Object loginBody) {
        this.baseUrl = baseUrl;
        this.loginPath = loginPath;
        this.loginBody = loginBody;
    }

    public static PlatformApi anonymous(String baseUrl) {
        return new PlatformApi(baseUrl, null, null);
    }

    /** With a token at hand, for as long as it lasts. */
    public static PlatformApi withToken(String baseUrl, String token) {
        PlatformApi api = new PlatformApi(baseUrl, null, null);
        api.token = token;
        return api;
    }

    public static PlatformApi as(String baseUrl, String loginPath, Object loginBody) {
        return new PlatformApi(baseUrl, loginPath, loginBody);
    }

    public static PlatformApi staff(String baseUrl, String username, String password) {
        return as(baseUrl, "/api/v1/auth/staff", Map.of("username", username, "password", password));
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status / 100 == 2;
        }

        /** The problem's code, or an empty text. */
        public String code() {
            return body.path("code").asString("");
        }
    }

    public Answer get(String path) {
        return exchange("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return exchange("POST", path, body, null);
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return exchange("POST", path, body, idempotencyKey);
    }

    public Answer put(String path, Object body) {
        return exchange("PUT", path, body, null);
    }

    /**
     * Repeats a call that may safely be repeated while the platform is not reachable or answers 429 or 503.
     *
     * @throws ApiException when it is refused, or still fails after half a minute
     */
    public JsonNode postUntilDone(String path, Object body) {
        for (int attempt = 1; ; attempt++) {
            String failure;
            try {
                Answer answer = post(path, body);
                if (answer.ok()) {
                    return answer.body();
                }
                if (answer.status() != 429 && answer.status() != 503) {
                    throw new ApiException("POST " + path + " was refused: " + answer.status() + " " + answer.body());
                }
                failure = "status " + answer.status();
            } catch (UncheckedIOException e) {
                failure = String.valueOf(e.getCause());
            }
            if (attempt == ATTEMPTS) {
                throw new ApiException("POST " + path + " kept failing: " + failure);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted");
        }
    }

    private Answer exchange(String method, String path, @Nullable Object body, @Nullable String key) {
        HttpRequest.Builder request = request(method, path, body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        String bearer = bearer();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIMEOUT)
                .header("Accept-Language", "en");
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    }

    private synchronized @Nullable String bearer() {
        if (loginPath == null || loginBody == null) {
            return token;
        }
        if (token == null || Instant.now().isAfter(tokenEnds)) {
            Answer answer = send(request("POST", loginPath, loginBody).build());
            if (!answer.ok()) {
                if (answer.status() == 503 || answer.status() == 429) {
                    throw new UncheckedIOException(new IOException("login: status " + answer.status()));
                }
                throw new ApiException("login was refused: " + answer.status() + " " + answer.code());
            }
            token = answer.body().path("accessToken").asString();
            tokenEnds = Instant.now()
                    .plusSeconds(answer.body().path("expiresInSeconds").asLong() * 3 / 4);
        }
        return token;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !response.body().isBlank();
            JsonNode body =
                    json ? Json.MAPPER.readTree(response.body()) : JsonNodeFactory.instance.stringNode(response.body());
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted");
        }
    }
}
