package org.linli.sandbox.signing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Tells the bank that everybody has signed, or somebody refused; once, a moment later, and without a second try. */
@Component
@EnableConfigurationProperties(SigningCallbacks.Settings.class)
class SigningCallbacks {
    private static final Logger log = LoggerFactory.getLogger(SigningCallbacks.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final long A_MOMENT_MILLIS = 300;

    private final Settings settings;
    private final Clock clock;
    /** What the bank answered; 0 while nothing came back. */
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    SigningCallbacks(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param callbackUrl where the bank is told; empty: nowhere */
    @ConfigurationProperties("sandbox.signing")
    record Settings(String callbackUrl, String callbackSecret) {}

    /** The request that brings the news is answered first: only then does the bank know what it asked for. */
    void tell(String reference) {
        if (!settings.callbackUrl().isEmpty() && answers.putIfAbsent(reference, 0) == null) {
            CompletableFuture.delayedExecutor(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> call(reference));
        }
    }

    private void call(String reference) {
        String body = "{\"reference\":\"" + reference.replaceAll("[^A-Za-z0-9._:-]", "") + "\"}";
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.callbackUrl()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Signing-Timestamp", timestamp)
                .header("X-Signing-Signature", signature(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenAccept(answer -> answers.put(reference, answer.statusCode()))
                .exceptionally(trouble -> {
                    log.debug("could not tell about {}", reference, trouble);
                    return null;
                });
    }

    /** The status with which the bank took the call; empty when it was not told. */
    Optional<Integer> answerAbout(String reference) {
        return Optional.ofNullable(answers.get(reference));
    }

    private String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.callbackSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
