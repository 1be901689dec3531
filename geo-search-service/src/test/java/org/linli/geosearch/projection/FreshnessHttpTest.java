package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.Broker;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Tokens;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.JsonNode;

/** Rule G-4: staff see how far search is behind, and how it catches up after a standstill. */
class FreshnessHttpTest {
    private static final String PATH = "/api/v1/admin/search/freshness";
    private static final String ADMINISTRATOR = Tokens.staff("ADMINISTRATOR", "/hq/");

    @Test
    void after_a_standstill_the_progress_of_catching_up_is_seen() {
        try (RunningService service = RunningService.start(LocalStack.elasticsearchUrl())) {
            Http http = service.awaitSearchable().http();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> seen(http).get("caughtUp").asBoolean()
                            && seen(http).get("eventsWaiting").asLong() == 0);
            var listeners = service.bean(KafkaListenerEndpointRegistry.class).getListenerContainers();
            listeners.forEach(MessageListenerContainer::stop);
            EventEnvelope[] events = new EventEnvelope[600];
            for (int i = 0; i < events.length; i++) {
                events[i] = Samples.aMerchant(Ids.next()).at(10, 10).event(1);
            }
            Broker.publish(events);

            JsonNode behind = seen(http);
            assertThat(behind.get("eventsWaiting").asLong()).isEqualTo(600);
            assertThat(behind.get("caughtUp").asBoolean()).isFalse();
            assertThat(behind.get("catchUp").get("percent").asInt()).isZero();
            assertThat(behind.get("catchUp").get("total").asLong()).isEqualTo(600);
            assertThat(backlog(service)).isEqualTo(600);

            listeners.forEach(MessageListenerContainer::start);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> seen(http).get("eventsWaiting").asLong() == 0);
            JsonNode caughtUp = seen(http);
            assertThat(caughtUp.get("caughtUp").asBoolean()).isTrue();
            assertThat(caughtUp.get("catchUp").get("percent").asInt()).isEqualTo(100);
            assertThat(caughtUp.get("catchUp").get("endedAt").asString()).isNotEmpty();
            assertThat(service.bean(MeterRegistry.class)
                            .get("linli.search.delay")
                            .timer()
                            .count())
                    .isGreaterThanOrEqualTo(600);
        }
    }

    @Test
    void without_the_broker_nobody_pretends_to_know() {
        ListenerGroup nowhere = new ListenerGroup(
                new KafkaAdmin(Map.of(
                        "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 500)),
                "nobody");
        try {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            Freshness freshness = new Freshness(nowhere, meters, Clock.systemUTC());
            assertThatThrownBy(freshness::look).isInstanceOf(DependencyUnavailableException.class);
            freshness.lookNowAndThen();
            assertThat(meters.get("linli.search.backlog").gauge().value()).isNaN();
        } finally {
            nowhere.destroy();
        }
    }

    @Test
    void nobody_else_may() {
        Http http = RunningService.shared().http();
        assertThat(http.get(PATH).status()).isEqualTo(401);
        assertThat(http.get(PATH, "Authorization", Tokens.staff("BRANCH_HEAD", "/hq/"))
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode seen(Http http) {
        Http.Answer answer = http.get(PATH, "Authorization", ADMINISTRATOR);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static double backlog(RunningService service) {
        return service.bean(MeterRegistry.class)
                .get("linli.search.backlog")
                .gauge()
                .value();
    }
}
