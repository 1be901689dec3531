package org.linli.user.merchants;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.access.Permissions;
import org.linli.user.token.AccessTokens;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks merchant-service how many merchants a branch that is about to close would leave behind; where it is none,
 * merchant-service lets none come until the closing is over. Fails fast while it is known to be away.
 */
@Component
public class AttachedMerchants {
    private static final String SELF = "user-service";
    private static final String MERCHANT_SERVICE = "merchant-service";

    private final RestClient client;
    private final AccessTokens tokens;
    private final Permissions permissions;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            MERCHANT_SERVICE,
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(10)
                    .slidingWindowSize(20)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .build());

    AttachedMerchants(MerchantServiceSettings settings, AccessTokens tokens, Permissions permissions) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        this.client = RestClient.builder()
                .baseUrl(settings.url())
                .requestFactory(requests)
                .build();
        this.tokens = tokens;
        this.permissions = permissions;
    }

    private record Answer(@Nullable Long count) {}

    /** @throws DependencyUnavailableException when merchant-service does not say */
    public long leaving(String organisationId) {
        try {
            Long count = breaker.executeSupplier(() -> ask(organisationId));
            if (count == null || count < 0) {
                throw new DependencyUnavailableException(MERCHANT_SERVICE, null);
            }
            return count;
        } catch (RestClientException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(MERCHANT_SERVICE, e);
        }
    }

    private @Nullable Long ask(String organisationId) {
        Answer answer = client.post()
                .uri("/internal/v1/organisations/{id}/merchants/leaving", organisationId)
                .header("Authorization", "Bearer " + tokens.issueForService(SELF, permissions.ofService(SELF)))
                .retrieve()
                .body(Answer.class);
        return answer == null ? null : answer.count();
    }
}
