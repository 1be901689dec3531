package org.linli.gateway.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code http.server.requests}: how many requests, by route, method and status, and how long until the answer began. What
 * the gateway answers itself (refusals, pages) has the route "none". In place of the frameworks' own figures, which
 * are two for a request.
 */
@Component
class RequestFigures {
    private final Meter.MeterProvider<Timer> requests;

    RequestFigures(MeterRegistry metrics) {
        requests = Timer.builder("http.server.requests").withRegistry(metrics);
    }

    void record(ServerWebExchange exchange, int status, long nanos) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        requests.withTags(Tags.of(
                        "method", method(exchange.getRequest().getMethod()),
                        "route", route == null ? "none" : route.getId(),
                        "status", Integer.toString(status)))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Methods that nobody knows are one: a client must not be able to make up figures. */
    private static String method(HttpMethod method) {
        for (HttpMethod known : HttpMethod.values()) {
            if (known.equals(method)) {
                return known.name();
            }
        }
        return "other";
    }
}
