package org.linli.starter.outbox;

import java.util.concurrent.CompletableFuture;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.springframework.kafka.core.KafkaOperations;

/** Puts events on their topics, keyed by their aggregates; rows of the audit trail keyed by the organisation. */
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

    /** Done when the broker has the event and the row beside it. */
    CompletableFuture<?> send(String aggregateId, OutboxEvent event) {
        CompletableFuture<?> sent = sendOne(aggregateId, event);
        return event.row()
                .<CompletableFuture<?>>map(row -> CompletableFuture.allOf(sent, sendOne(aggregateId, row)))
                .orElse(sent);
    }

    private CompletableFuture<?> sendOne(String aggregateId, OutboxEvent event) {
        String topic = EventType.named(event.type())
                .orElseThrow(() -> new IllegalStateException("no topic for " + event.type()))
                .topicOf(ownPrefix);
        EventEnvelope envelope = new EventEnvelope(
                event.id(), event.type(), source, aggregateId, event.sequence(), event.time(), event.dataJson());
        String organisation = event.sequence() == 0 ? event.key() : null;
        return kafka.send(topic, organisation == null ? aggregateId : organisation, envelope.toBytes());
    }
}
