package org.linli.gateway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsPortTest {
    @Test
    void metrics_are_answered_on_a_port_of_their_own() throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("claims").increment();
        MetricsPort metrics = new MetricsPort(registry, 0);
        metrics.start();
        try {
            assertThat(get(metrics.boundPort(), "/actuator/prometheus").body()).contains("claims_total 1.0");
            assertThat(get(metrics.boundPort(), "/actuator/env").statusCode()).isEqualTo(404);
        } finally {
            metrics.stop();
        }
        assertThat(metrics.isRunning()).isFalse();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
