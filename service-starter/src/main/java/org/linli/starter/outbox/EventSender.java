package org.linli.starter.outbox;

import java.util.concurrent.CompletableFuture;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.springframework.kafka.core.KafkaOperations;

/** Puts one event on its topic, keyed by its aggregate. */
class EventSender {
    private final KafkaOperations<String, byte[]> kafka;
    private final String source;

    EventSender(KafkaOperations<String, byte[]> kafka, String serviceName) {
        this.kafka = kafka;
        this.source = "/" + serviceName;
    }

    CompletableFuture<?> send(String aggregateId, OutboxEvent event) {
        String topic = EventType.named(event.type())
                .orElseThrow(() -> new IllegalStateException("no topic for " + event.type()))
                .topic();
        EventEnvelope envelope = new EventEnvelope(
                event.id(), event.type(), source, aggregateId, event.sequence(), event.time(), event.dataJson());
        return kafka.send(topic, aggregateId, envelope.toBytes());
    }
}
