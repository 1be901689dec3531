package org.linli.gateway.routing;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.gateway.config.GatewayLoadBalancerProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request to the instance that the service's balancer chooses; every route of ours names a service
 * ({@code lb://}). Stands in for the filter of the same place, which also tells listeners of the balancer about every
 * call (we have none, and what it prepares for them is a tenth of what the gateway does for a request), and for the one
 * before it, which makes an address of the service's name that is thrown away here.
 */
@Component
class ChosenInstance extends ReactiveLoadBalancerClientFilter {
    private final LoadBalancerClientFactory factory;
    private final Map<String, ReactorServiceInstanceLoadBalancer> balancers = new ConcurrentHashMap<>();

    ChosenInstance(LoadBalancerClientFactory factory, GatewayLoadBalancerProperties properties) {
        super(factory, properties);
        this.factory = factory;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String service = route.getUri().getHost();
        ReactorServiceInstanceLoadBalancer balancer = balancers.computeIfAbsent(service, this::balancerOf);
        return balancer.choose().flatMap(chosen -> {
            ServiceInstance instance = chosen.getServer();
            if (instance == null) {
                return Mono.error(unavailable(service));
            }
            URI there = at(instance, exchange.getRequest().getURI());
            exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, there);
            return chain.filter(exchange);
        });
    }

    private ReactorServiceInstanceLoadBalancer balancerOf(String service) {
        return Objects.requireNonNull(factory.getInstance(service, ReactorServiceInstanceLoadBalancer.class), service);
    }

    private static NotFoundException unavailable(String service) {
        return NotFoundException.create(false, "no instance of " + service);
    }

    /** Path and query stay as they are encoded. */
    private static URI at(ServiceInstance instance, URI asked) {
        String query = asked.getRawQuery();
        return URI.create((instance.isSecure() ? "https://" : "http://")
                + instance.getHost()
                + ':'
                + instance.getPort()
                + asked.getRawPath()
                + (query == null ? "" : '?' + query));
    }
}
