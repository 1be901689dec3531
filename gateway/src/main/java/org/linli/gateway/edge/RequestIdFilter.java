package org.linli.gateway.edge;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id (passed on, answered, logged) and takes away the headers by which a client could pose as a
 * proxy. One log line per request, without query: queries hold places and words of persons.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter implements WebFilter {
    static final String REQUEST_ID = "X-Request-Id";
    private static final Logger log = LoggerFactory.getLogger("org.linli.gateway.requests");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final List<String> FORGEABLE = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-Ip",
            "X-Original-Url",
            "X-Rewrite-Url",
            "X-Http-Method-Override");

    private final ResponseHeaders responseHeaders;
    private final EdgeSettings settings;

    RequestIdFilter(ResponseHeaders responseHeaders, EdgeSettings settings) {
        this.responseHeaders = responseHeaders;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        String id = idOf(exchange.getRequest().getHeaders().getFirst(REQUEST_ID));
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().set(REQUEST_ID, id);
        response.beforeCommit(() -> {
            // Set, not add: the service behind the route has answered the same headers already.
            response.getHeaders().set(REQUEST_ID, id);
            responseHeaders.applyTo(exchange.getRequest(), response.getHeaders());
            logAnswer(exchange.getRequest(), response.getStatusCode(), id, System.nanoTime() - start);
            return Mono.empty();
        });
        ServerHttpRequest.Builder request = exchange.getRequest().mutate();
        InetSocketAddress client = clientBehindTrustedProxy(exchange.getRequest());
        if (client != null) {
            request.remoteAddress(client);
        }
        request.headers(headers -> clean(headers, id));
        return chain.filter(exchange.mutate().request(request.build()).build());
    }

    /** The address a trusted proxy reports last: the only one in the list that the client cannot have written itself. */
    private @Nullable InetSocketAddress clientBehindTrustedProxy(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        String reported = request.getHeaders().getFirst("X-Forwarded-For");
        if (remote == null || reported == null || !settings.trusts(remote.getHostString())) {
            return null;
        }
        String last = reported.substring(reported.lastIndexOf(',') + 1).trim();
        return last.isEmpty() ? null : InetSocketAddress.createUnresolved(last, 0);
    }

    private static void clean(HttpHeaders headers, String id) {
        headers.set(REQUEST_ID, id);
        FORGEABLE.forEach(headers::remove);
        // Answered by the gateway itself; passed on, it would make the service wait for a second one.
        headers.remove(HttpHeaders.EXPECT);
    }

    private static String idOf(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static void logAnswer(ServerHttpRequest request, @Nullable HttpStatusCode status, String id, long nanos) {
        if (log.isInfoEnabled()) {
            log.info(
                    "[{}] {} {} -> {} in {} ms",
                    id,
                    request.getMethod(),
                    request.getPath().value(),
                    status == null ? 200 : status.value(),
                    nanos / 1_000_000);
        }
    }
}
