package org.linli.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.events.EventEnvelope;
import org.linli.localstack.nodes.FreePorts;
import org.linli.localstack.nodes.LocalStack;
import org.linli.localstack.nodes.NodeCommand;
import org.linli.localstack.nodes.NodeProcess;
import org.linli.localstack.nodes.Nodes;
import org.linli.starter.Ids;
import org.linli.starter.StarterTestApplication;
import org.linli.starter.StarterTestApplication.Guest;
import org.linli.starter.StarterTestApplication.Listener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker that is down delays events and loses none, also when the service itself dies meanwhile. */
class BrokerDownTest {
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

    @TempDir
    Path folder;

    @Test
    void what_was_saved_while_the_broker_was_away_arrives_when_it_is_back() {
        int port = FreePorts.next();
        NodeCommand broker = Nodes.kafka(port, FreePorts.next(), folder.resolve("kafka"), folder.resolve("kafka.log"))
                .endingWithThisProcess();
        List<String> ids = new ArrayList<>();
        try (ConfigurableApplicationContext first = service(port)) {
            ids.addAll(save(first, 50));
        }
        // A second life of the service finds what the first one could not send.
        try (NodeProcess running = broker.start().awaitReady(Duration.ofSeconds(60));
                ConfigurableApplicationContext second = service(port)) {
            ids.addAll(save(second, 50));
            Listener listener = second.getBean(Listener.class);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(listener.seen.stream()
                                    .map(EventEnvelope::subject)
                                    .distinct())
                            .containsExactlyInAnyOrderElementsOf(ids));
            running.kill9();
        }
    }

    private static List<String> save(ConfigurableApplicationContext service, int count) {
        @SuppressWarnings("unchecked")
        AggregateStore<Guest> guests = service.getBean(AggregateStore.class);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Guest guest = new Guest(Ids.next());
            guest.visit(NOON);
            ids.add(guests.insert(guest).id());
        }
        return ids;
    }

    private static ConfigurableApplicationContext service(int kafkaPort) {
        return new SpringApplicationBuilder(StarterTestApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "spring.config.import=classpath:linli-defaults.yml",
                        "spring.application.name=starter-test",
                        "linli.events.own-prefix=user",
                        "server.port=0",
                        "spring.mongodb.uri=" + LocalStack.mongoUri("starter_broker_down"),
                        "spring.kafka.bootstrap-servers=127.0.0.1:" + kafkaPort)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + LocalStack.mongoUri("starter_broker_down"),
                        "--spring.kafka.bootstrap-servers=127.0.0.1:" + kafkaPort,
                        "--spring.kafka.producer.properties.max.block.ms=500");
    }
}
