package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Broker;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** Elasticsearch away, silent or emptied: refused in time, repaired without help, nothing lost. */
class LostIndexRules {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void a_lost_index_is_made_anew_and_filled_from_what_is_stored() throws IOException {
        try (RunningService service =
                RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s")) {
            service.awaitSearchable();
            List<EventEnvelope> events = new ArrayList<>();
            for (int i = 0; i < 1_100; i++) {
                String merchantId = Ids.next();
                events.add(Samples.aMerchant(merchantId).at(33, 90).event(1));
                events.add(Samples.anOffer(Ids.next(), merchantId).event(1));
            }
            Feed.apply(service, events);

            service.bean(ElasticsearchClient.class)
                    .indices()
                    .delete(d -> d.index(service.indexPrefix() + "offers-v1", service.indexPrefix() + "merchants-v1"));

            await().atMost(PATIENCE)
                    .until(() -> service.http().offers("lat", 33, "lng", 90).status() == 200);
            await().atMost(PATIENCE)
                    .until(() -> service.http()
                                    .allPages("offers", "lat", 33, "lng", 90, "size", 100)
                                    .size()
                            == 1_100);
            assertThat(service.http().allPages("merchants", "lat", 33, "lng", 90, "size", 100))
                    .hasSize(1_100);
        }
    }

    @Test
    void an_index_that_refuses_connections_is_503_at_once_and_the_service_not_ready_but_alive() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (RunningService service = RunningService.start("http://127.0.0.1:" + port)) {
            Http.Answer answer = service.http().offers("lat", 33, "lng", 90);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().get("code").asString()).isEqualTo("dependency-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.http().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(service.http().get("/actuator/health/liveness").status()).isEqualTo(200);
        }
    }

    @Test
    void an_index_that_never_answers_is_503_in_time_and_soon_without_asking() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
                RunningService service = RunningService.start(
                        "http://127.0.0.1:" + silent.getLocalPort(), "--linli.index.search-timeout=300ms")) {
            for (int i = 0; i < 12; i++) {
                assertThat(service.http().offers("lat", 33, "lng", 90).status()).isEqualTo(503);
            }
            long asked = System.nanoTime();
            assertThat(service.http().offers("lat", 33, "lng", 90).status()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(250));
        }
    }

    @Test
    void events_wait_while_the_index_is_away_and_none_goes_to_the_dead_letters() throws IOException {
        try (RunningService service =
                RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s")) {
            service.awaitSearchable();
            String alias = service.indexPrefix() + "offers";
            ElasticsearchClient elasticsearch = service.bean(ElasticsearchClient.class);
            String merchantId = Ids.next();
            Feed.apply(service, Samples.aMerchant(merchantId).at(34, 91).event(1));
            Feed.awaitCaughtUp(service);
            // A write block answers every write with an error, as a full disk would.
            elasticsearch.indices().putSettings(s -> s.index(alias).settings(i -> i.blocks(b -> b.write(true))));
            String offerId = Ids.next();
            Broker.publish(Samples.anOffer(offerId, merchantId).event(1));
            await().atMost(PATIENCE)
                    .until(() -> !service.bean(Views.class)
                            .merchantOffers
                            .of(List.of(merchantId))
                            .isEmpty());
            assertThat(service.http().offers("lat", 34, "lng", 91).items()).isEmpty();

            elasticsearch.indices().putSettings(s -> s.index(alias).settings(i -> i.blocks(b -> b.write(false))));

            await().atMost(PATIENCE)
                    .until(() ->
                            service.http().offers("lat", 34, "lng", 91).items().size() == 1);
        }
    }
}
