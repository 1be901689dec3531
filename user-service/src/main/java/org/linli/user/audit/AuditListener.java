package org.linli.user.audit;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Follows every service's audit topic. By pattern: a topic that appears later is found when the consumer looks at the
 * broker's topics again, every {@code metadata.max.age.ms}.
 */
@Component
class AuditListener {
    static final String GROUP = "user-service-audit";

    private final AuditIntake intake;

    AuditListener(AuditIntake intake) {
        this.intake = intake;
    }

    /** A record that can be no row goes to the dead letters alone; those before it are in the chain by then. */
    @KafkaListener(topicPattern = Topics.AUDIT_PATTERN, groupId = GROUP, containerFactory = "batchListenerFactory")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> arrivals = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                arrivals.add(arrival(records.get(index)));
            } catch (MalformedEventException e) {
                take(arrivals, index);
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, index);
            }
        }
        take(arrivals, records.size());
    }

    private static Arrival arrival(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new MalformedEventException("record without a value", null);
        }
        return Arrival.of(record.value());
    }

    /** Fails one by one where it fails together, so that only the record at fault is tried again and given up. */
    private void take(List<Arrival> arrivals, int upTo) {
        try {
            intake.take(arrivals);
        } catch (RuntimeException together) {
            for (int index = 0; index < upTo; index++) {
                try {
                    intake.take(List.of(arrivals.get(index)));
                } catch (RuntimeException e) {
                    e.addSuppressed(together);
                    throw new BatchListenerFailedException("audit row not appended", e, index);
                }
            }
        }
    }
}
