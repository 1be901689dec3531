package org.linli.gateway.routing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.Problems;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How often one person or address may ask. It protects the services from floods and nothing else: behind one address of a
 * mobile network are thousands of honest people, so an address alone never marks anyone as a cheat. Each gateway counts
 * for itself.
 */
@Component
class CallerLimit implements GatewayFilter {
    private static final int CALLERS_REMEMBERED = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LoadingCache<String, Bucket> buckets;
    private final Problems problems;

    CallerLimit(RoutingSettings settings, Problems problems) {
        this.problems = problems;
        // Whoever is forgotten earlier than his bucket fills up again would find a full one.
        Duration untilFull = SECOND.multipliedBy(1 + settings.burst() / settings.requestsPerSecond());
        buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS_REMEMBERED)
                .expireAfterAccess(untilFull.plusMinutes(1))
                .build(caller -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(settings.burst()).refillGreedy(settings.requestsPerSecond(), SECOND))
                        .build());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .map(CallerLimit::person)
                .switchIfEmpty(Mono.fromSupplier(() -> address(exchange)))
                .flatMap(caller -> buckets.get(caller).tryConsume(1)
                        ? chain.filter(exchange)
                        : problems.write(exchange, Problem.RATE_LIMITED));
    }

    private static String person(Principal person) {
        return "sub:" + person.getName();
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return "addr:" + (remote == null ? "unknown" : remote.getHostString());
    }
}
