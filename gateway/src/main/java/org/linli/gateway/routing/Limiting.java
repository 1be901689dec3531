package org.linli.gateway.routing;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.caffeine.CaffeineProxyManager;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.ratelimit.Bucket4jRateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.cloud.gateway.support.ConfigurationService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How often one person or address may ask. It protects the services from floods and nothing else: behind one address of a
 * mobile network are thousands of honest people, so an address alone never marks anyone as a cheat.
 */
@Configuration(proxyBeanMethods = false)
class Limiting {
    private static final int KEYS_REMEMBERED = 100_000;

    @Bean
    AsyncProxyManager<String> buckets() {
        return new CaffeineProxyManager<String>(
                        Caffeine.newBuilder().maximumSize(KEYS_REMEMBERED), Duration.ofMinutes(1))
                .asAsync();
    }

    @Bean
    @Primary
    Bucket4jRateLimiter rateLimiter(AsyncProxyManager<String> buckets, ConfigurationService configuration) {
        return new Bucket4jRateLimiter(buckets, configuration);
    }

    @Bean
    KeyResolver callerOrAddress() {
        return exchange -> exchange.getPrincipal()
                .map(person -> "sub:" + person.getName())
                .switchIfEmpty(Mono.fromSupplier(() -> "addr:" + addressOf(exchange)));
    }

    private static String addressOf(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? "unknown" : remote.getHostString();
    }
}
