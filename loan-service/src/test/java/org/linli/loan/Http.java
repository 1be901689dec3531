package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a caller sees it. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String LOAN_APPLICATIONS = "/api/v1/loan-applications";

    private final int port;

    Http(int port) {
        this.port = port;
    }

    /** @param headers name, value, name, value ... */
    public Answer get(String path, String token, String... headers) {
        return send(request(path, token, headers).GET().build());
    }

    /** The bytes of a document. */
    public byte[] download(String path, String token) {
        try {
            return CLIENT.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, String token, String body, String... headers) {
        HttpRequest.Builder request = request(path, token, headers);
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public Answer put(String path, String token, String body, String... headers) {
        HttpRequest.Builder request = request(path, token, headers).header("Content-Type", "application/json");
        return send(request.PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** A file with fields beside it. */
    public Answer upload(String path, String token, Map<String, String> fields, byte[] file) {
        String boundary = "----aBoundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, token, "Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** For what is no JSON. */
    public HttpResponse<byte[]> bytes(String path, String token) {
        try {
            return CLIENT.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is no JSON. */
    public Text text(String path, String token) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
            return new Text(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Text(int status, String body) {}

    /** Without a body. */
    public Answer send(String method, String path, String token) {
        return send(request(path, token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    public Answer apply(String token, String body, String... headers) {
        return post(LOAN_APPLICATIONS, token, body, headers);
    }

    /**
     * Makes something and answers its id; asks again for a while where the service says that it is too busy just now.
     * Without this a thing that was never made would be asked for under no id at all, and some other test would wonder.
     */
    public String planted(String path, String token, String body, String... headers) {
        Answer made = await().atMost(Duration.ofSeconds(30))
                .until(() -> post(path, token, body, headers), answer -> answer.status() != 503);
        assertThat(made.status()).as("%s", made.body()).isIn(200, 201);
        return made.text("id");
    }

    private HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
                    response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {
        /** Status and problem code, e.g. {@code 404 not-found}. */
        public String problem() {
            return status + " " + body.path("code").asString();
        }

        /** The fields that the problem names. */
        public List<String> fields() {
            return each("errors", "field");
        }

        public String text(String field) {
            return body.path(field).asString();
        }

        /** One field of every element of a list. */
        public List<String> each(String list, String field) {
            List<String> values = new ArrayList<>();
            body.path(list).forEach(element -> values.add(element.path(field).asString()));
            return values;
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
