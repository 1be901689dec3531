package org.linli.starter.outbox;

import java.util.concurrent.CompletableFuture;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.springframework.kafka.core.KafkaOperations;

/** Puts one event on its topic, keyed by its aggregate unless it says otherwise. */
class EventSender {
    private final KafkaOperations<String, byte[]> kafka;
    private final String source;
    private final String ownPrefix;

    EventSender(KafkaOperations<String, byte[]> kafka, String serviceName, String ownPrefix) {
        this.kafka = kafka;
        this.source = "/" + serviceName;
        this.ownPrefix = ownPrefix;
    }

    String source() {
        return source;
    }

    CompletableFuture<?> send(String aggregateId, OutboxEvent event) {
        String topic = EventType.named(event.type())
                .orElseThrow(() -> new IllegalStateException("no topic for " + event.type()))
                .topicOf(ownPrefix);
        EventEnvelope envelope = new EventEnvelope(
                event.id(), event.type(), source, aggregateId, event.sequence(), event.time(), event.dataJson());
        String key = event.key();
        return kafka.send(topic, key == null ? aggregateId : key, envelope.toBytes());
    }
}
