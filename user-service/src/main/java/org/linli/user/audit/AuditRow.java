package org.linli.user.audit;

import java.time.temporal.ChronoUnit;
import org.linli.events.AuditRecorded;

/**
 * One row of an organisation's chain.
 *
 * @param seq 1, 2, 3 ... without a gap
 * @param previousHash the hash of the row before; {@link #BEGINNING} for the first
 * @param hash over everything else here, see {@link CanonicalText}
 */
public record AuditRow(
        long seq, String eventId, String source, AuditRecorded recorded, String previousHash, String hash) {
    static final String BEGINNING = "0".repeat(64);
    private static final int DIGITS = 12;

    /** The row that follows a chain's head. */
    static AuditRow after(Head head, Arrival arrival) {
        AuditRow row = new AuditRow(
                head.seq() + 1, arrival.eventId(), arrival.source(), stored(arrival.recorded()), head.hash(), "");
        return new AuditRow(
                row.seq, row.eventId, row.source, row.recorded, row.previousHash, CanonicalText.hashOf(row));
    }

    /** The end of a chain; {@link #NONE} of one that has no row yet. */
    public record Head(long seq, String hash) {
        static final Head NONE = new Head(0, BEGINNING);
    }

    Head asHead() {
        return new Head(seq, hash);
    }

    String organisation() {
        return recorded.organisation();
    }

    String id() {
        return id(organisation(), seq);
    }

    /** Sorts by organisation, then by number. */
    static String id(String organisation, long seq) {
        String digits = Long.toString(seq);
        return organisation + ":" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    AuditRow at(long otherSeq) {
        return new AuditRow(otherSeq, eventId, source, recorded, previousHash, hash);
    }

    /** The store keeps milliseconds, and what is hashed must be what can be read again. */
    private static AuditRecorded stored(AuditRecorded row) {
        return new AuditRecorded(
                row.organisation(),
                row.organisationPath(),
                row.at().truncatedTo(ChronoUnit.MILLIS),
                row.actor(),
                row.action(),
                row.targetType(),
                row.targetId(),
                row.before(),
                row.after(),
                row.reason(),
                row.requestId());
    }
}
