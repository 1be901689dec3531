package org.linli.localstack.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node is what the official client expects, and keeps what it has acknowledged when it is killed. */
class ElasticsearchSurvivalRules {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void theOfficialClientRecognisesTheNodeAndFindsItsDocumentsAfterKill9() throws IOException {
        int port = FreePorts.next();
        NodeCommand command = Nodes.elasticsearch(
                        port, FreePorts.next(), folder.resolve("data"), folder.resolve("elasticsearch.log"))
                .endingWithThisProcess();
        NodeProcess node = command.start().awaitReady(PATIENCE);
        try (RestClient http =
                RestClient.builder(new HttpHost("127.0.0.1", port)).build()) {
            ElasticsearchClient client = client(http);
            assertThat(client.ping().value()).isTrue();
            assertThat(client.info().version().number()).startsWith("8.19.");
            store(client);
            node.kill9();
        }
        try (NodeProcess again = command.start().awaitReady(PATIENCE);
                RestClient http =
                        RestClient.builder(new HttpHost("127.0.0.1", port)).build()) {
            assertThat(client(http)
                            .get(get -> get.index("places").id("1"), Map.class)
                            .source())
                    .containsEntry("name", "面馆");
        }
    }

    private static ElasticsearchClient client(RestClient http) {
        return new ElasticsearchClient(new RestClientTransport(http, new Jackson3JsonpMapper()));
    }

    private static void store(ElasticsearchClient client) throws IOException {
        client.indices()
                .create(create -> create.index("places")
                        .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0"))
                        .mappings(mapping -> mapping.properties("point", point -> point.geoPoint(geo -> geo))));
        client.index(index -> index.index("places")
                .id("1")
                .version(7L)
                .versionType(VersionType.External)
                .document(Map.of("name", "面馆", "point", Map.of("lat", 30.27, "lon", 120.15))));
    }
}
