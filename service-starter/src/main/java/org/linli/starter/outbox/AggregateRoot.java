package org.linli.starter.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;
import org.linli.events.DomainEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One aggregate = one document = one atomic write, its events included. The relay removes sent events and bumps the
 * version, so that a stale save fails instead of bringing them back.
 */
public abstract class AggregateRoot {
    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private long sequence;
    private List<OutboxEvent> outbox = new ArrayList<>();

    protected AggregateRoot(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The optimistic lock's state; null before the first save. */
    public @Nullable Long version() {
        return version;
    }

    /** Events raised so far; the number of the latest. */
    public long sequence() {
        return sequence;
    }

    public List<OutboxEvent> outbox() {
        return List.copyOf(outbox);
    }

    /** Those of the outbox that came after that one; rows of the trail are no events. */
    List<OutboxEvent> raisedSince(long sequenceBefore) {
        return outbox.stream()
                .filter(event -> event.sequence() > sequenceBefore)
                .toList();
    }

    protected void raise(DomainEvent event, Instant at) {
        sequence++;
        outbox.add(OutboxEvent.of(EventType.of(event).typeName(), sequence, at, EventEnvelope.write(event)));
    }

    /**
     * What the audit trail may know about this aggregate (rule P-3): the facts that matter, never personal data. Every
     * save through {@link AggregateStore} that changes them, or raises an event, leaves a row.
     */
    protected abstract AuditView audit();

    /**
     * Called by the store right before it writes: the row is in the same document as the change, beside its latest event
     * where it raised any.
     */
    void record(AuditRecorded row, long sequenceBefore) {
        int last = outbox.size() - 1;
        if (last >= 0 && outbox.get(last).sequence() > sequenceBefore) {
            outbox.set(last, outbox.get(last).with(row));
        } else {
            outbox.add(OutboxEvent.ofRow(row));
        }
    }

    /** What it is, never what is in it: that may be about people. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + id() + "]";
    }
}
