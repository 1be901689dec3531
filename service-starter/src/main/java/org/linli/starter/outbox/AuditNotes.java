package org.linli.starter.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.linli.starter.Ids;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Rows of the audit trail for what changes nothing: someone was shown personal data, took an export along, or logged
 * in. Durable when the call returns, so that a reveal is on record before the data leaves (rules P-3, P-4).
 */
public class AuditNotes {
    private final AggregateStore<Note> store;
    private final String source;
    private final Clock clock;

    AuditNotes(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, Note.class, "audit_notes");
        this.source = relay.source();
        this.clock = clock;
    }

    /**
     * Writes it down.
     *
     * @param action in the past tense, such as {@code phone-revealed}
     * @param about what it was about: type, place, facts and the reason given
     */
    public void write(String action, String targetId, AuditView about) {
        Instant now = clock.instant();
        Note note = new Note(Ids.next(), now);
        note.record(Auditing.row(about, now, action, targetId, Map.of(), about.facts(), source), note.sequence());
        store.insert(note);
    }

    /** Carries its row to the broker. */
    static class Note extends AggregateRoot {
        private final Instant at;

        Note(String id, Instant at) {
            super(id);
            this.at = at;
        }

        Instant at() {
            return at;
        }

        @Override
        protected AuditView audit() {
            return AuditView.NONE;
        }
    }
}
