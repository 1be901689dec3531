package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;

/** The same connection with more time, for what nobody is waiting at: bulk writes and making an index. */
record PatientClient(ElasticsearchClient elasticsearch) {

    static PatientClient of(ElasticsearchClient elasticsearch, IndexSettings settings) {
        RequestConfig patient = RequestConfig.custom()
                .setConnectTimeout(millis(settings.connectTimeout()))
                .setConnectionRequestTimeout(millis(settings.writeTimeout()))
                .setSocketTimeout(millis(settings.writeTimeout()))
                .build();
        return new PatientClient(elasticsearch.withTransportOptions(options -> {
            if (options instanceof RestClientOptions.Builder rest) {
                rest.restClientRequestOptionsBuilder().setRequestConfig(patient);
            }
            return options;
        }));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
