package org.linli.wechat.dependency;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

@Configuration(proxyBeanMethods = false)
class GuardConfiguration {
    private static final int MOST_CALLS_AT_ONCE = 128;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService dependencyCalls() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("dependency-");
        threads.setDaemon(true);
        return new ThreadPoolExecutor(0, MOST_CALLS_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> guards(ExecutorService dependencyCalls) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
        return factory -> {
            factory.configureExecutorService(dependencyCalls);
            factory.configureDefault(label -> new Resilience4JConfigBuilder(label)
                    .circuitBreakerConfig(breaker)
                    .timeLimiterConfig(TimeLimiterConfig.custom()
                            .timeoutDuration(Dependency.labelled(label).patience())
                            .build())
                    .build());
        };
    }
}
