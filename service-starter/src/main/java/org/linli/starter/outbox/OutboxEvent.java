package org.linli.starter.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.starter.Ids;

/**
 * An event waiting inside its aggregate's document, together with the row of the audit trail that tells of the same
 * change: both are sent, then both are gone. A change without any event leaves a row alone.
 *
 * @param sequence counts 1, 2, 3 ... per aggregate; 0 for a row alone, which is no state of it
 * @param key of the row's Kafka record: the organisation in whose chain it belongs; null without a row
 * @param rowJson the row beside an event
 */
public record OutboxEvent(
        String id,
        String type,
        long sequence,
        Instant time,
        String dataJson,
        @Nullable String key,
        @Nullable String rowJson) {
    private static final String ROW = "-row";

    public OutboxEvent {
        // As the store will keep it: an event tells the same time however often it is sent.
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    static OutboxEvent of(String type, long sequence, Instant time, String dataJson) {
        return new OutboxEvent(Ids.next(), type, sequence, time, dataJson, null, null);
    }

    static OutboxEvent ofRow(AuditRecorded row) {
        String type = EventType.AUDIT_RECORDED.typeName();
        return new OutboxEvent(Ids.next(), type, 0, row.at(), EventEnvelope.write(row), row.organisation(), null);
    }

    OutboxEvent with(AuditRecorded row) {
        return new OutboxEvent(id, type, sequence, time, dataJson, row.organisation(), EventEnvelope.write(row));
    }

    /** The row beside it as what is sent, with an id that is the same however often it is sent. */
    Optional<OutboxEvent> row() {
        return Optional.ofNullable(rowJson)
                .map(row -> new OutboxEvent(id + ROW, EventType.AUDIT_RECORDED.typeName(), 0, time, row, key, null));
    }
}
