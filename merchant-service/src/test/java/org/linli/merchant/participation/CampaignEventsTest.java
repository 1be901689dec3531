package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.events.CampaignEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.localstack.nodes.LocalStack;
import org.linli.merchant.campaign.Draw;
import org.linli.starter.Ids;

/** What others read of campaigns on the broker. */
class CampaignEventsTest extends CampaignTest {
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    @Test
    void aCampaignTellsOfItselfInOrderAndOfItsSeedOnlyAtTheEnd() throws Exception {
        String id = running(plan("BOTTLE", points(5)));
        tell(ADMIN + "/" + id + "/pause", PREPARER, Map.of("reason", "核对")).andReturn();
        tell(ADMIN + "/" + id + "/resumption", PUBLISHER, null).andReturn();
        String participationId = body(join(id, Ids.next(), Map.of("message", "海内存知己")))
                .path("participationId")
                .asString();
        clock.skip(Duration.ofDays(30));
        try (KafkaConsumer<String, byte[]> consumer = subscribed()) {
            awaitTypes(consumer, id, "campaign-published", "campaign-paused", "campaign-resumed", "campaign-ended");
            awaitTypes(consumer, participationId, "prizes-won");
        }
        List<CampaignEvent.State> states = events(id).stream()
                .map(event -> state((CampaignEvent) event.data().orElseThrow()))
                .toList();
        assertThat(states.subList(0, 3)).allMatch(state -> state.seed() == null);
        assertThat(Draw.commitment(states.get(3).seed()))
                .isEqualTo(states.get(0).commitment());
        assertThat(seen)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("海内存知己"));
    }

    private static CampaignEvent.State state(CampaignEvent event) {
        if (event instanceof CampaignEvent.Published published) {
            return published.campaign();
        }
        if (event instanceof CampaignEvent.Paused paused) {
            return paused.campaign();
        }
        return event instanceof CampaignEvent.Resumed resumed
                ? resumed.campaign()
                : ((CampaignEvent.Ended) event).campaign();
    }

    private static KafkaConsumer<String, byte[]> subscribed() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        LocalStack.kafka(),
                        "group.id",
                        "campaign-events-" + Ids.next(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.CAMPAIGN));
        return consumer;
    }

    private void awaitTypes(KafkaConsumer<String, byte[]> consumer, String aggregateId, String... types) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            assertThat(events(aggregateId)).extracting(EventEnvelope::type).containsExactly(types);
        });
    }

    private List<EventEnvelope> events(String aggregateId) {
        return seen.stream()
                .filter(record -> aggregateId.equals(record.key()))
                .map(record -> EventEnvelope.parse(record.value()))
                .toList();
    }
}
