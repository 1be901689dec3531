package org.linli.starter.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;
import org.linli.starter.security.Caller;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
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
        AuditView after = aggregate.audit();
        Map<String, String> facts = before == null ? Map.of() : before.facts();
        List<OutboxEvent> raised = aggregate.outbox().stream()
                .filter(event -> event.sequence() > sequenceBefore)
                .toList();
        if (after.targetType().isEmpty() || before != null && raised.isEmpty() && facts.equals(after.facts())) {
            return;
        }
        String action = raised.isEmpty()
                ? after.targetType() + (before == null ? "-created" : "-changed")
                : raised.stream().map(OutboxEvent::type).collect(Collectors.joining("+"));
        Instant at = raised.isEmpty() ? Instant.now() : raised.get(0).time();
        aggregate.record(row(
                after,
                at,
                action,
                aggregate.id(),
                differing(facts, after.facts()),
                differing(after.facts(), facts),
                source));
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
    private static Map<String, String> differing(Map<String, String> these, Map<String, String> from) {
        return these.entrySet().stream()
                .filter(fact -> !Objects.equals(from.get(fact.getKey()), fact.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static AuditRecorded.Actor actor(String source) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            Caller caller = Caller.of(token.getToken());
            return new AuditRecorded.Actor(
                    caller.subject(),
                    caller.kind(),
                    caller.roles().stream().sorted().toList(),
                    caller.organisation(),
                    caller.attribute("deputyFor"));
        }
        return new AuditRecorded.Actor(source.substring(1), "system", List.of(), null, null);
    }
}
