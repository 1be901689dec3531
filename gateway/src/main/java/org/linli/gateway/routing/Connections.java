package org.linli.gateway.routing;

import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How services are connected to, beyond what the settings of the client say. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Instances.class)
class Connections {
    private static final int CONNECT_WITHIN_MILLIS = 1_000;

    /**
     * The client's own silent second attempt on a broken connection would also repeat a POST. Its connect timeout as a
     * setting would have the client configured anew for every request.
     */
    @Bean
    HttpClientCustomizer oneAttemptOfOneSecond() {
        return client -> client.disableRetry(true).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_WITHIN_MILLIS);
    }
}
