package org.linli.user.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.OutletEvent;
import org.linli.events.Topics;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;

/** What the other services hear about outlets. */
class OutletEventsTest extends HttpTest {
    @Test
    void opening_changing_moving_and_closing_arrive_in_order_with_the_whole_state() throws Exception {
        String branch = openBranch(30, 120);
        String id = body(tell("/api/v1/admin/outlets", administrator(), outlet(branch, "甲", 30)))
                .path("id")
                .asString();
        place("/api/v1/admin/outlets/" + id, administrator(), outlet(branch, "乙", 30));
        place("/api/v1/admin/outlets/" + id, administrator(), outlet(branch, "乙", 31));
        tell("/api/v1/admin/outlets/" + id + "/closure", administrator(), null);
        List<EventEnvelope> heard = heard(id, 4);
        assertThat(heard)
                .extracting(EventEnvelope::type)
                .containsExactly("outlet-opened", "outlet-changed", "outlet-moved", "outlet-closed");
        assertThat(heard.get(3).data()).get().isInstanceOfSatisfying(OutletEvent.Closed.class, closed -> {
            assertThat(closed.outlet().organisationPath()).isEqualTo("/hq/" + branch + "/" + id + "/");
            assertThat(closed.outlet().closedOn()).isNotNull();
        });
    }

    private static Map<String, Object> outlet(String branchId, String name, double lat) {
        return Map.of("branchId", branchId, "name", name, "point", Map.of("lat", lat, "lng", 120.17));
    }

    private static List<EventEnvelope> heard(String id, int count) {
        List<EventEnvelope> heard = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", LocalStack.kafka(), "group.id", Ids.next(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.OUTLET));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (id.equals(record.key())) {
                        heard.add(EventEnvelope.parse(record.value()));
                    }
                });
                return heard.size() >= count;
            });
        }
        return heard;
    }
}
