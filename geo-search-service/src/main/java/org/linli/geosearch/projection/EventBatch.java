package org.linli.geosearch.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.DomainEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Applies a batch of records as a whole and, when that fails, says which record is at fault: the error handler then
 * commits those before it, retries or dead-letters that one alone, and goes on behind it.
 */
@Component
class EventBatch {
    private final Projector projector;
    private final Timer delay;
    private final Clock clock;

    EventBatch(Projector projector, MeterRegistry meters, Clock clock) {
        this.projector = projector;
        this.clock = clock;
        this.delay = Timer.builder("linli.search.delay")
                .description("from when something happened until the index was told")
                .serviceLevelObjectives(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10))
                .register(meters);
    }

    void apply(List<ConsumerRecord<String, byte[]>> records) {
        Storing.Changes changes = new Storing.Changes();
        List<Instant> happened = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                happened.add(add(records.get(index), changes));
            } catch (MalformedEventException e) {
                applyAll(changes, records.subList(0, index));
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, index);
            }
        }
        applyAll(changes, records);
        Instant now = clock.instant();
        happened.forEach(time -> delay.record(Duration.between(time, now)));
    }

    /** @return when it happened */
    private static Instant add(ConsumerRecord<String, byte[]> record, Storing.Changes changes) {
        if (record.value() == null) {
            throw new MalformedEventException("record without a value", null);
        }
        EventEnvelope envelope = EventEnvelope.parse(record.value());
        DomainEvent event = envelope.data().orElse(null);
        if (event != null) {
            changes.add(event, envelope.sequence());
        }
        return envelope.time();
    }

    private void applyAll(Storing.Changes changes, List<ConsumerRecord<String, byte[]>> records) {
        try {
            projector.apply(changes);
        } catch (RuntimeException e) {
            findCulprit(records, e);
        }
    }

    /** One by one: either a single record fails, or what failed together works alone, or all fail and we start over. */
    private void findCulprit(List<ConsumerRecord<String, byte[]>> records, RuntimeException together) {
        for (int index = 0; index < records.size(); index++) {
            try {
                Storing.Changes alone = new Storing.Changes();
                add(records.get(index), alone);
                projector.apply(alone);
            } catch (RuntimeException e) {
                e.addSuppressed(together);
                throw new BatchListenerFailedException("event not applied", e, index);
            }
        }
    }
}
