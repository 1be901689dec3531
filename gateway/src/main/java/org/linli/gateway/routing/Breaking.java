package org.linli.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.linli.gateway.problem.Failures;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When a service is left alone. Only its silence counts; any answer, even a refusal or an error, is an answer. */
@Configuration(proxyBeanMethods = false)
class Breaking {
    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers(RoutingSettings settings) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(40)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.breakerOpenFor())
                .permittedNumberOfCallsInHalfOpenState(4)
                .recordException(Failures::isUnreachable)
                .build();
        return factory -> factory.configureDefault(id ->
                new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
    }

    /** The client's own silent second attempt on a broken connection would also repeat a POST. */
    @Bean
    HttpClientCustomizer noSecondAttempt() {
        return client -> client.disableRetry(true);
    }
}
