package org.linli.starter.security;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** This service's own token for calling others' {@code /internal} paths; fetched when needed, renewed in time. */
public class ServiceTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final RestClient client;
    private final String service;
    private final String secret;
    private final Clock clock;
    private @Nullable Token token;

    public ServiceTokens(String userServiceUrl, String service, String secret, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(Duration.ofSeconds(2));
        this.client = RestClient.builder()
                .baseUrl(userServiceUrl)
                .requestFactory(requests)
                .build();
        this.service = service;
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws DependencyUnavailableException when user-service does not answer */
    public synchronized String current() {
        Instant now = clock.instant();
        if (token == null || token.expiresAt.minus(MARGIN).isBefore(now)) {
            token = fetch(now);
        }
        return token.value;
    }

    /** Revocations as user-service keeps them, asked for with this service's own token. */
    public RevocationSource revocations() {
        return afterMark -> {
            Revocation[] found = client.get()
                    .uri("/internal/v1/revocations?after={mark}", afterMark)
                    .header("Authorization", "Bearer " + current())
                    .retrieve()
                    .body(Revocation[].class);
            return found == null ? List.of() : List.of(found);
        };
    }

    private Token fetch(Instant now) {
        try {
            Answer answer = client.post()
                    .uri("/internal/v1/service-tokens")
                    .body(Map.of("service", service, "secret", secret))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw new DependencyUnavailableException("user-service", null);
            }
            return new Token(answer.accessToken, now.plusSeconds(answer.expiresInSeconds));
        } catch (RestClientException e) {
            throw new DependencyUnavailableException("user-service", e);
        }
    }

    private record Token(String value, Instant expiresAt) {}

    private record Answer(String accessToken, long expiresInSeconds) {}
}
