package org.linli.gateway.routing;

import java.time.Duration;
import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/**
 * Where a service runs, as discovery says, for each service's balancer. Asked once a second instead of once a request;
 * that nobody is there is never remembered, so that a service is found as soon as it is back.
 */
class Instances {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    @Bean
    ServiceInstanceListSupplier remembered(ConfigurableApplicationContext context) {
        return new Remembered(
                ServiceInstanceListSupplier.builder().withDiscoveryClient().build(context));
    }

    private static final class Remembered extends DelegatingServiceInstanceListSupplier {
        private final Flux<List<ServiceInstance>> instances;

        Remembered(ServiceInstanceListSupplier discovery) {
            super(discovery);
            instances = discovery
                    .get()
                    .next()
                    .cache(
                            found -> found.isEmpty() ? Duration.ZERO : REMEMBERED,
                            failure -> Duration.ZERO,
                            () -> Duration.ZERO)
                    .flux();
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return instances;
        }
    }
}
