package org.linli.localstack.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LocalStackTest {

    @Test
    void theBrokerIsReadyWhenItsAddressIsKnown() throws IOException {
        assumeTrue(System.getenv("KAFKA_BOOTSTRAP_SERVERS") == null);

        String address = LocalStack.kafka();

        assertThat(Probes.kafka(port(address)).isReady()).isTrue();
        assertThat(LocalStack.kafka()).isEqualTo(address);
    }

    @Test
    void theStoreIsReadyWhenItsAddressIsKnown() throws IOException {
        assumeTrue(System.getenv("MONGODB_URI") == null);

        String uri = LocalStack.mongoUri("shop");

        assertThat(uri).endsWith("/shop");
        assertThat(Probes.mongo(URI.create(uri).getPort()).isReady()).isTrue();
    }

    @Test
    void theIndexSaysItIsElasticsearch() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(LocalStack.elasticsearchUrl() + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
        assertThat(answer.body()).contains("\"number\" : \"8.19.");
    }

    @Test
    void aGivenStoreKeepsItsServersAndOptionsForEveryDatabase() {
        assertThat(LocalStack.withDatabase("mongodb://a:1,b:2/x?replicaSet=r", "y"))
                .isEqualTo("mongodb://a:1,b:2/y?replicaSet=r");
        assertThat(LocalStack.withDatabase("mongodb://a:1", "y")).isEqualTo("mongodb://a:1/y");
        assertThat(LocalStack.withDatabase("mongodb://a:1?w=1", "y")).isEqualTo("mongodb://a:1/y?w=1");
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }
}
