package org.linli.geosearch.audience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.linli.starter.security.Caller;
import org.linli.starter.security.CallerResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * The audiences of whoever searches: consumers who are logged in have some, nobody else has. What is not answered in time
 * is none, and the search goes on without.
 */
@Service
@EnableConfigurationProperties(AudienceSettings.class)
public class OwnAudiences {
    private static final String CONSUMER = "consumer";
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_REMEMBERED = 50_000;

    private final MerchantServiceClient client;
    private final AudienceSettings settings;
    private final MeterRegistry meters;
    private final Cache<String, Set<String>> recent;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "audiences",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .waitDurationInOpenState(Duration.ofSeconds(3))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build());
    /** Nobody queues: who finds all hands busy is answered without. */
    private final ThreadPoolExecutor hands =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>());

    OwnAudiences(MerchantServiceClient client, AudienceSettings settings, MeterRegistry meters) {
        this.client = client;
        this.settings = settings;
        this.meters = meters;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(settings.remembered())
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** Ids of segments; of the request at hand. */
    public Set<String> ofCaller() {
        return CallerResolver.known()
                .filter(caller -> caller.kind().equals(CONSUMER))
                .map(Caller::subject)
                .map(this::of)
                .orElse(Set.of());
    }

    private Set<String> of(String consumerId) {
        Set<String> known = recent.getIfPresent(consumerId);
        if (known != null) {
            return known;
        }
        try {
            Set<String> asked = breaker.executeCallable(() -> ask(consumerId));
            recent.put(consumerId, asked);
            count("answered");
            return asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        } catch (Exception unanswered) {
            count("unanswered");
            return Set.of();
        }
    }

    /** The token of this service may have to be fetched first, so the client's own time limits are not enough. */
    private Set<String> ask(String consumerId) throws Exception {
        Future<MerchantServiceClient.Answer> answer = hands.submit(() -> client.segments(consumerId));
        try {
            MerchantServiceClient.Answer found = answer.get(settings.within().toMillis(), TimeUnit.MILLISECONDS);
            Set<String> segmentIds = found == null ? null : found.segmentIds();
            return segmentIds == null ? Set.of() : Set.copyOf(segmentIds);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private void count(String result) {
        meters.counter("linli.search.audiences", "result", result).increment();
    }

    @PreDestroy
    void close() {
        hands.shutdownNow();
    }
}
