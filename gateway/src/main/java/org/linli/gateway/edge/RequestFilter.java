package org.linli.gateway.edge;

import java.net.InetSocketAddress;
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
 * What happens to every request and its answer: the id, the client's address, the headers of the edge, a figure, and one
 * line in the log, without query: queries hold places and words of persons.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter implements WebFilter {
    private static final Logger log = LoggerFactory.getLogger("org.linli.gateway.requests");

    private final ResponseHeaders responseHeaders;
    private final RequestFigures figures;

    RequestFilter(ResponseHeaders responseHeaders, RequestFigures figures) {
        this.responseHeaders = responseHeaders;
        this.figures = figures;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        String id = request.getHeaders().getFirst(ArrivingRequests.REQUEST_ID);
        response.getHeaders().set(ArrivingRequests.REQUEST_ID, id);
        response.beforeCommit(() -> {
            // Set, not add: the service behind the route has answered the same headers already.
            response.getHeaders().set(ArrivingRequests.REQUEST_ID, id);
            responseHeaders.applyTo(request, response.getHeaders());
            HttpStatusCode answered = response.getStatusCode();
            int status = answered == null ? 200 : answered.value();
            long nanos = System.nanoTime() - start;
            figures.record(exchange, status, nanos);
            if (log.isInfoEnabled()) {
                String path = request.getPath().value();
                log.info("[{}] {} {} -> {} in {} ms", id, request.getMethod(), path, status, nanos / 1_000_000);
            }
            return Mono.empty();
        });
        return chain.filter(asServicesSeeIt(exchange));
    }

    private static ServerWebExchange asServicesSeeIt(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String client = headers.getFirst(ArrivingRequests.FORWARDED_FOR);
        if (client == null && !headers.containsHeader(HttpHeaders.EXPECT)) {
            return exchange;
        }
        ServerHttpRequest.Builder request = exchange.getRequest().mutate();
        if (client != null) {
            request.remoteAddress(InetSocketAddress.createUnresolved(client, 0));
        }
        request.headers(all -> {
            all.remove(ArrivingRequests.FORWARDED_FOR);
            // Answered by the gateway itself; passed on, it would make the service wait for a second one.
            all.remove(HttpHeaders.EXPECT);
        });
        return exchange.mutate().request(request.build()).build();
    }
}
