package org.linli.starter.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small S3 store over real HTTP: one bucket, path style, signature version 4 computed anew over what arrived, errors as
 * the protocol words them. Can be slow and can be overloaded.
 */
final class S3Sandbox implements AutoCloseable {
    static final String ACCESS_KEY = "sandbox";
    static final String SECRET_KEY = "sandbox-secret";
    static final String BUCKET = "pictures";
    private static final String REGION = "us-east-1";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8}/[^/]+/s3/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger overloadedFor = new AtomicInteger();
    private volatile boolean silent;

    S3Sandbox() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on requests are taken and never answered. */
    void fallSilent() {
        silent = true;
    }

    /** The next requests are told to slow down. */
    void overload(int count) {
        overloadedFor.set(count);
    }

    int requests() {
        return requests.get();
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (silent) {
                closing.await(30, TimeUnit.SECONDS);
                return;
            }
            if (overloadedFor.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                fail(exchange, 503, "SlowDown");
                return;
            }
            String refusal = refusal(exchange, body);
            if (refusal != null) {
                fail(exchange, 403, refusal);
                return;
            }
            serve(exchange, body);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET + "/")) {
            fail(exchange, 404, "NoSuchBucket");
            return;
        }
        String key = path.substring(BUCKET.length() + 2);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                exchange.getResponseHeaders().set("ETag", "\"" + hash("MD5", body) + "\"");
                exchange.sendResponseHeaders(200, -1);
            }
            case "GET" -> {
                byte[] found = objects.get(key);
                if (found == null) {
                    fail(exchange, 404, "NoSuchKey");
                } else {
                    exchange.getResponseHeaders().set("ETag", "\"" + hash("MD5", found) + "\"");
                    exchange.sendResponseHeaders(200, found.length);
                    exchange.getResponseBody().write(found);
                }
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> fail(exchange, 405, "MethodNotAllowed");
        }
    }

    /** The protocol's code for what is wrong with who asks; null when nothing is. */
    private static String refusal(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher told = AUTHORIZATION.matcher(header == null ? "" : header);
        if (!told.matches()) {
            return "AccessDenied";
        }
        if (!told.group(1).equals(ACCESS_KEY)) {
            return "InvalidAccessKeyId";
        }
        String bodyHash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (!hash("SHA-256", body).equals(bodyHash) && !"UNSIGNED-PAYLOAD".equals(bodyHash)) {
            return "XAmzContentSHA256Mismatch";
        }
        String canonical = canonical(exchange, List.of(told.group(3).split(";")), bodyHash);
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                exchange.getRequestHeaders().getFirst("x-amz-date"),
                told.group(2),
                hash("SHA-256", canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(told.group(2).substring(0, 8), REGION, "s3", "aws4_request")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(told.group(4)) ? null : "SignatureDoesNotMatch";
    }

    private static String canonical(HttpExchange exchange, List<String> signed, String bodyHash) {
        String query = exchange.getRequestURI().getRawQuery();
        String sorted = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
        String headers = signed.stream()
                .map(name -> name + ":"
                        + String.join(",", exchange.getRequestHeaders().get(name))
                                .strip() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                sorted,
                headers,
                String.join(";", signed),
                bodyHash);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fail(HttpExchange exchange, int status, String code) throws IOException {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                        + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, xml.length);
        exchange.getResponseBody().write(xml);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
