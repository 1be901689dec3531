package org.linli.gateway.monitoring;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Answers {@code /actuator/prometheus} on MANAGEMENT_PORT; without that setting nothing listens. */
@Component
@ConditionalOnExpression("'${linli.gateway.management-port:}' != ''")
class MetricsPort implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MetricsPort.class);
    private static final String PLAIN_METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry metrics;
    private final int port;
    private @Nullable DisposableServer server;

    MetricsPort(PrometheusMeterRegistry metrics, @Value("${linli.gateway.management-port}") int port) {
        this.metrics = metrics;
        this.port = port;
    }

    @Override
    public void start() {
        server = HttpServer.create()
                .port(port)
                .route(routes -> routes.get(
                        "/actuator/prometheus",
                        (request, response) -> response.header("Content-Type", PLAIN_METRICS)
                                .sendString(Mono.fromSupplier(metrics::scrape))))
                .bindNow();
        log.info("metrics on port {}", server.port());
    }

    int boundPort() {
        return server == null ? -1 : server.port();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
