package org.linli.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row for the audit trail (rule P-3): who changed what, where, when and why. Carries no personal data: people and
 * things appear by id. Travels on {@code <service>.audit.v1}, keyed by {@link #organisation}.
 *
 * @param organisation the node of the organisation tree whose chain the row belongs to
 * @param organisationPath the place of the changed thing in the tree: decides who may read the row (rule P-1)
 * @param action what happened, in the past tense, such as {@code merchant-approved}
 * @param before the facts as they were; empty for something new
 * @param after the facts as they are now; both name only what differs
 */
public record AuditRecorded(
        String organisation,
        String organisationPath,
        Instant at,
        Actor actor,
        String action,
        String targetType,
        String targetId,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String reason,
        @Nullable String requestId)
        implements DomainEvent {

    /**
     * Who did it.
     *
     * @param subject the person's or service's id
     * @param kind staff, merchant, consumer, service or system
     * @param organisation the node a member of staff belongs to
     * @param onBehalfOf ids of the colleagues whose deputy the person was at that time, separated by spaces
     */
    public record Actor(
            String subject,
            String kind,
            List<String> roles,
            @Nullable String organisation,
            @Nullable String onBehalfOf) {}
}
