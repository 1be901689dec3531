package org.linli.starter.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event waiting inside its aggregate's document.
 *
 * @param sequence counts 1, 2, 3 ... per aggregate; 0 for a row of the audit trail, which is no state of it
 * @param key of the Kafka record where it is not the aggregate's id
 */
public record OutboxEvent(
        String id,
        String type,
        long sequence,
        Instant time,
        String dataJson,
        @Nullable String key) {
    public OutboxEvent {
        // As the store will keep it: an event tells the same time however often it is sent.
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }
}
