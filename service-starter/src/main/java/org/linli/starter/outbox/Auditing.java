package org.linli.starter.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Turns a change of an aggregate into a row of the audit trail, with whoever is calling as its author (rule P-3). */
final class Auditing {
    private Auditing() {}

    /**
     * Leaves a row in the aggregate's outbox, unless nothing happened that matters.
     *
     * @param before how it was; null for something new
     * @param sequenceBefore its events raised before the change
     */
    static void record(AggregateRoot aggregate, @Nullable AuditView before, long sequenceBefore, String source) {
        AuditView view = aggregate.audit();
        if (view.targetType().isEmpty()) {
            return;
        }
        Map<String, Object> was = before == null ? Map.of() : before.values();
        Map<String, Object> is = view.values();
        List<OutboxEvent> raised = aggregate.raisedSince(sequenceBefore);
        if (before != null && raised.isEmpty() && was.equals(is)) {
            return;
        }
        String action = raised.isEmpty()
                ? view.targetType() + (before == null ? "-created" : "-changed")
                : raised.stream().map(OutboxEvent::type).collect(Collectors.joining("+"));
        Instant at = raised.isEmpty() ? Instant.now() : raised.get(0).time();
        AuditRecorded row = row(view, at, action, aggregate.id(), differing(was, is), differing(is, was), source);
        aggregate.record(row, sequenceBefore);
    }

    static AuditRecorded row(
            AuditView view,
            Instant at,
            String action,
            String targetId,
            Map<String, String> before,
            Map<String, String> after,
            String source) {
        return new AuditRecorded(
                view.organisation(),
                view.organisationPath(),
                at,
                actor(source),
                action,
                view.targetType(),
                targetId,
                before,
                after,
                view.reason(),
                MDC.get("requestId"));
    }

    /** What of the first is not the same in the second. */
    private static Map<String, String> differing(Map<String, Object> these, Map<String, Object> from) {
        Map<String, String> differing = new HashMap<>();
        these.forEach((name, value) -> {
            if (!value.equals(from.get(name))) {
                differing.put(name, String.valueOf(value));
            }
        });
        return differing;
    }

    /** Read from the token itself: a caller with all permissions is made for each endpoint, not for each row. */
    private static AuditRecorded.Actor actor(String source) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication) {
            Jwt token = authentication.getToken();
            List<String> roles = token.getClaimAsStringList("roles");
            return new AuditRecorded.Actor(
                    String.valueOf(token.getSubject()),
                    String.valueOf(token.getClaimAsString("kind")),
                    roles == null ? List.of() : roles.stream().sorted().toList(),
                    token.getClaimAsString("org"),
                    token.getClaimAsString("deputyFor"));
        }
        return new AuditRecorded.Actor(source.substring(1), "system", List.of(), null, null);
    }
}
