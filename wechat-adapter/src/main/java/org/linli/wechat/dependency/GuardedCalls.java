package org.linli.wechat.dependency;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Every call to another process goes through here: on a thread of its own, so that the time limit holds even where a
 * client's own timeout never fires, and behind one circuit breaker per dependency.
 */
@Component
public class GuardedCalls {
    private static final Logger log = LoggerFactory.getLogger(GuardedCalls.class);
    private static final int MOST_CALLS_AT_ONCE = 160;

    private record Guard(CircuitBreaker breaker, TimeLimiter limiter) {}

    private final Map<Dependency, Guard> guards = new EnumMap<>(Dependency.class);
    private final ExecutorService calls;

    GuardedCalls(CircuitBreakerRegistry registry) {
        for (Dependency dependency : Dependency.values()) {
            guards.put(
                    dependency,
                    new Guard(
                            registry.circuitBreaker(dependency.label(), breaker()),
                            TimeLimiter.of(dependency.patience())));
        }
        CustomizableThreadFactory threads = new CustomizableThreadFactory("dependency-");
        threads.setDaemon(true);
        calls = new ThreadPoolExecutor(0, MOST_CALLS_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    private static CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
    }

    /** @param fallback answers in place of a call that failed, took too long or was not made at all */
    public <T> T call(Dependency dependency, Supplier<T> call, Supplier<T> fallback) {
        Guard guard = Objects.requireNonNull(guards.get(dependency));
        try {
            return guard.breaker()
                    .executeCallable(() -> guard.limiter().executeFutureSupplier(() -> calls.submit(call::get)));
        } catch (Exception e) {
            // The class only: messages of HTTP clients hold addresses, and addresses hold openids.
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.warn("{} failed: {}", dependency.label(), cause.getClass().getName());
            return fallback.get();
        }
    }

    /** For calls whose only result is that they were made. */
    public void run(Dependency dependency, Runnable call) {
        call(
                dependency,
                () -> {
                    call.run();
                    return true;
                },
                () -> false);
    }

    @PreDestroy
    void close() {
        calls.shutdownNow();
    }
}
