package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {

    @Bean(destroyMethod = "close")
    RestClient elasticsearchConnection(IndexSettings settings) {
        HttpHost[] hosts = settings.urls().stream()
                .map(url -> new HttpHost(url.getHost(), url.getPort(), url.getScheme()))
                .toArray(HttpHost[]::new);
        RestClientBuilder builder = RestClient.builder(hosts)
                .setRequestConfigCallback(request -> request.setConnectTimeout(millis(settings.connectTimeout()))
                        .setConnectionRequestTimeout(millis(settings.searchTimeout()))
                        .setSocketTimeout(millis(settings.searchTimeout())))
                .setHttpClientConfigCallback(
                        http -> http.disableAuthCaching() // it serialises an object for every request
                                .setMaxConnTotal(settings.maxConnections())
                                .setMaxConnPerRoute(settings.maxConnections()));
        if (!settings.apiKey().isEmpty()) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + settings.apiKey())});
        }
        return builder.build();
    }

    @Bean
    ElasticsearchClient elasticsearch(RestClient connection) {
        return new ElasticsearchClient(new RestClientTransport(connection, new Jackson3JsonpMapper()));
    }

    @Bean(destroyMethod = "close")
    SearchClient searchClient(IndexSettings settings) {
        return SearchClient.of(settings);
    }

    @Bean
    PatientClient patientClient(ElasticsearchClient elasticsearch, IndexSettings settings) {
        return PatientClient.of(elasticsearch, settings);
    }

    /**
     * While the index is silent, searches are refused at once instead of each waiting for its timeout. Answers that come
     * quickly, a refused connection for one, cost nothing and do not count.
     */
    @Bean
    CircuitBreaker searchBreaker() {
        return CircuitBreaker.of(
                "elasticsearch",
                CircuitBreakerConfig.custom()
                        .slidingWindow(20, 10, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(1))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .recordException(e -> e.getCause() instanceof InterruptedIOException)
                        .build());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
