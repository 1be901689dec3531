package org.linli.user.audit;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.events.AuditRecorded;
import org.linli.events.DomainEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;

/**
 * A row on its way into its chain.
 *
 * @param eventId with {@code source} what makes it the same row when it comes again
 */
public record Arrival(String eventId, String source, AuditRecorded recorded) {
    /** The organisation is part of a row's id, which must sort by chain and then by number. */
    private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws MalformedEventException for whatever can be no row */
    static Arrival of(byte[] bytes) {
        EventEnvelope envelope = EventEnvelope.parse(bytes);
        DomainEvent event = envelope.data().orElse(null);
        if (event instanceof AuditRecorded recorded && isWhole(recorded)) {
            return new Arrival(envelope.id(), envelope.source(), recorded);
        }
        throw new MalformedEventException("no complete audit row", null);
    }

    /** What came from outside may lack anything. */
    private static boolean isWhole(AuditRecorded row) {
        return row.actor() != null
                && Stream.of(
                                row.organisation(),
                                row.organisationPath(),
                                row.at(),
                                row.actor().subject(),
                                row.actor().kind(),
                                row.actor().roles(),
                                row.action(),
                                row.targetType(),
                                row.targetId(),
                                row.before(),
                                row.after())
                        .allMatch(part -> part != null)
                && ORGANISATION.matcher(row.organisation()).matches();
    }

    /** Which row it is, within its organisation. */
    String key() {
        return source + " " + eventId;
    }
}
