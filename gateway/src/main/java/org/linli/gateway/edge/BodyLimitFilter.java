package org.linli.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.linli.gateway.problem.PayloadTooLargeException;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bounds the body: by its announced length at once, by counting where none is announced (chunked). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter implements WebFilter {
    private final EdgeSettings settings;
    private final Problems problems;

    BodyLimitFilter(EdgeSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean wechat = request.getPath().value().startsWith("/wechat/");
        long limit = (wechat ? settings.maxWechatBody() : settings.maxBody()).toBytes();
        long announced = request.getHeaders().getContentLength();
        if (announced > limit) {
            return problems.write(exchange, Problem.PAYLOAD_TOO_LARGE);
        }
        if (announced >= 0 || !request.getHeaders().containsHeader("Transfer-Encoding")) {
            return chain.filter(exchange);
        }
        return chain.filter(
                exchange.mutate().request(new CountedRequest(request, limit)).build());
    }

    private static final class CountedRequest extends ServerHttpRequestDecorator {
        private final long limit;

        CountedRequest(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong seen = new AtomicLong();
            return super.getBody().handle((part, sink) -> {
                if (seen.addAndGet(part.readableByteCount()) > limit) {
                    DataBufferUtils.release(part);
                    sink.error(new PayloadTooLargeException(limit));
                } else {
                    sink.next(part);
                }
            });
        }
    }
}
