package org.linli.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as {@code .local/demo.json} describes it. */
final class RunningPlatform {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SESSION_NANOS = Duration.ofMinutes(5).toNanos();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonNode demo;
    private final Map<JsonNode, Session> sessions = new HashMap<>();

    private record Session(String token, long begunAt) {}

    RunningPlatform() {
        Path file = Path.of(".local/demo.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException("no .local/demo.json: run ./platform start first");
        }
        demo = JSON.readTree(file.toFile());
    }

    String baseUrl() {
        return demo.path("baseUrl").asString();
    }

    JsonNode firstBranch() {
        return demo.path("branches").get(0);
    }

    /** The first login of a role. */
    JsonNode login(String role) {
        return logins(role).get(0);
    }

    List<JsonNode> logins(String role) {
        return StreamSupport.stream(demo.path("logins").spliterator(), false)
                .filter(login -> login.path("role").asString().equals(role))
                .toList();
    }

    String token(JsonNode login) {
        return call("POST", login.path("path").asString(), login.path("body"), null, null)
                .path("accessToken")
                .asString();
    }

    /** One that still lives for a while, however long the caller works already. */
    synchronized String freshToken(JsonNode login) {
        Session known = sessions.get(login);
        if (known == null || System.nanoTime() - known.begunAt > SESSION_NANOS) {
            known = new Session(token(login), System.nanoTime());
            sessions.put(login, known);
        }
        return known.token;
    }

    JsonNode call(
            String method,
            String path,
            @Nullable Object body,
            @Nullable String token,
            @Nullable String idempotencyKey) {
        try {
            HttpResponse<String> answer =
                    http.send(request(method, path, body, token, idempotencyKey), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return the status */
    CompletableFuture<Integer> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    HttpRequest request(
            String method,
            String path,
            @Nullable Object body,
            @Nullable String token,
            @Nullable String idempotencyKey) {
        URI uri = URI.create(path.startsWith("http") ? path : baseUrl() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }
}
