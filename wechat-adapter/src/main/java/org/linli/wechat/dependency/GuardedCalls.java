package org.linli.wechat.dependency;

import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.stereotype.Component;

/** Every call to another process goes through here: a time limit and a circuit breaker per dependency. */
@Component
public class GuardedCalls {
    private static final Logger log = LoggerFactory.getLogger(GuardedCalls.class);

    private final CircuitBreakerFactory<?, ?> breakers;

    GuardedCalls(CircuitBreakerFactory<?, ?> breakers) {
        this.breakers = breakers;
    }

    /** @param fallback answers in place of a call that failed, took too long or was not made at all */
    public <T> T call(Dependency dependency, Supplier<T> call, Supplier<T> fallback) {
        Function<Throwable, T> instead = failure -> {
            // The class only: messages of HTTP clients hold addresses, and addresses hold openids.
            log.warn("{} failed: {}", dependency.label(), failure.getClass().getName());
            return fallback.get();
        };
        return breakers.create(dependency.label()).run(call, instead);
    }
}
