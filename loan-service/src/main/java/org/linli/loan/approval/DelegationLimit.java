package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Level;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one person may decide alone at and below one place, if other than their level (rule L-8). One proposes it, a
 * second one confirms it; until then the earlier one holds.
 */
@Document(DelegationLimit.COLLECTION)
class DelegationLimit extends AggregateRoot {
    static final String COLLECTION = "delegation_limits";

    private final String subject;
    private final String organisationPath;
    private @Nullable Grant inForce;
    private @Nullable Grant proposed;

    DelegationLimit(
            String id, String subject, String organisationPath, @Nullable Grant inForce, @Nullable Grant proposed) {
        super(id);
        this.subject = subject;
        this.organisationPath = organisationPath;
        this.inForce = inForce;
        this.proposed = proposed;
    }

    static String idOf(String subject, String organisationPath) {
        return subject + "@" + organisationPath;
    }

    static DelegationLimit of(String subject, String organisationPath, Grant proposed) {
        return new DelegationLimit(idOf(subject, organisationPath), subject, organisationPath, null, proposed);
    }

    void propose(Grant grant) {
        proposed = grant;
    }

    void confirm(String by, Instant at) {
        if (proposed != null) {
            inForce = proposed.confirmed(by, at);
            proposed = null;
        }
    }

    /** The limit for somebody deciding as {@code level} on this day. */
    Optional<Long> amountFen(Level level, LocalDate day) {
        return Optional.ofNullable(inForce)
                .filter(grant -> grant.level() == level && grant.holdsOn(day))
                .map(Grant::amountFen);
    }

    String subject() {
        return subject;
    }

    String organisationPath() {
        return organisationPath;
    }

    Optional<Grant> inForce() {
        return Optional.ofNullable(inForce);
    }

    Optional<Grant> proposed() {
        return Optional.ofNullable(proposed);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("delegation-limit", organisationPath)
                .with("person", subject)
                .with("amountFen", inForce == null ? null : inForce.amountFen())
                .with("level", inForce == null ? null : inForce.level())
                .with("until", inForce == null ? null : inForce.until())
                .with("confirmedBy", inForce == null ? null : inForce.confirmedBy())
                .with("proposedFen", proposed == null ? null : proposed.amountFen())
                .because(proposed == null ? null : proposed.reason());
    }

    /**
     * A limit.
     *
     * @param level as what the person decides
     * @param until the last day; null: until further notice
     */
    record Grant(
            Level level,
            long amountFen,
            @Nullable LocalDate until,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {

        Grant confirmed(String by, Instant at) {
            return new Grant(level, amountFen, until, reason, proposedBy, proposedAt, by, at);
        }

        boolean holdsOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }
}
