package org.linli.gateway.routing;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a small answer whole, head and body in one write: as a stream the head goes out by itself and wakes the client
 * twice. An answer that breaks off is known before its head is sent, and becomes a refusal instead of a torso.
 */
@Component
class SmallAnswers implements GlobalFilter, Ordered {
    private static final int SMALL_BYTES = 32 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpResponse whole = new WholeIfSmall(exchange.getResponse());
        return chain.filter(exchange.mutate().response(whole).build());
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    private static final class WholeIfSmall extends ServerHttpResponseDecorator {
        WholeIfSmall(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            long announced = getHeaders().getContentLength();
            return announced > 0 && announced <= SMALL_BYTES
                    ? super.writeWith(DataBufferUtils.join(body, SMALL_BYTES))
                    : super.writeWith(body);
        }
    }
}
