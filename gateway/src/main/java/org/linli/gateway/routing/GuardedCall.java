package org.linli.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.net.ConnectException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.PrematureCloseException;

/**
 * A call of a service behind its circuit breaker. A GET whose connection failed is sent once more; nothing else is ever
 * sent twice.
 */
final class GuardedCall implements GatewayFilter {
    private final CircuitBreakerOperator<Void> breaker;

    GuardedCall(CircuitBreaker breaker) {
        this.breaker = CircuitBreakerOperator.of(breaker);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange);
        if (HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            call = call.onErrorResume(
                    failure ->
                            connectionFailed(failure) && !exchange.getResponse().isCommitted(),
                    failure -> {
                        ServerWebExchangeUtils.reset(exchange);
                        return chain.filter(exchange);
                    });
        }
        return Mono.from(breaker.apply(call));
    }

    private static boolean connectionFailed(Throwable failure) {
        return isOfConnection(failure) || (failure.getCause() != null && isOfConnection(failure.getCause()));
    }

    private static boolean isOfConnection(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof PrematureCloseException;
    }
}
