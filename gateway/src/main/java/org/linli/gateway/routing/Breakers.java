package org.linli.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.linli.gateway.problem.Failures;
import org.springframework.stereotype.Component;

/** When a service is left alone. Only its silence counts; any answer, even a refusal or an error, is an answer. */
@Component
class Breakers {
    private final CircuitBreakerRegistry registry;
    private final CircuitBreakerConfig config;

    Breakers(CircuitBreakerRegistry registry, RoutingSettings settings) {
        this.registry = registry;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(40)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.breakerOpenFor())
                .permittedNumberOfCallsInHalfOpenState(4)
                .recordException(Failures::isUnreachable)
                .build();
    }

    /** @return the one breaker of the service, whatever the route */
    CircuitBreaker of(String service) {
        return registry.circuitBreaker(service, config);
    }
}
