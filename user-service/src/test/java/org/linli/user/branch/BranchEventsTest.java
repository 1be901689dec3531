package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;

/** What the other services hear about branches. */
class BranchEventsTest extends HttpTest {

    @Test
    void opening_moving_and_closing_arrive_in_order_with_the_whole_state() throws Exception {
        String id = openBranch(30.25, 120.17);
        place("/api/v1/admin/branches/" + id, administrator(), branch(null, 30.26, 120.18));
        tell("/api/v1/admin/branches/" + id + "/closure", administrator(), null);
        List<EventEnvelope> heard = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumerFromTheStart()) {
            consumer.subscribe(List.of(Topics.BRANCH));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (id.equals(record.key())) {
                        heard.add(EventEnvelope.parse(record.value()));
                    }
                });
                return heard.size() >= 3;
            });
        }
        assertThat(heard)
                .extracting(EventEnvelope::type)
                .containsExactly("branch-opened", "branch-moved", "branch-closed");
        assertThat(heard).extracting(EventEnvelope::sequence).containsExactly(1L, 2L, 3L);
        assertThat(heard.get(1).data()).get().isInstanceOfSatisfying(BranchEvent.Moved.class, moved -> {
            assertThat(moved.branch().branchId()).isEqualTo(id);
            assertThat(moved.branch().point().lat()).isEqualTo(30.26);
        });
    }

    private static KafkaConsumer<String, byte[]> consumerFromTheStart() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", LocalStack.kafka());
        settings.put("group.id", Ids.next());
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
