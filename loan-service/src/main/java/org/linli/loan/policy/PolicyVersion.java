package org.linli.loan.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.policy.kernel.PolicyValues;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One edition of the policy values. Its values never change; a second person accepts it for a day or turns it down (four
 * eyes, rule P-2).
 */
@Document(PolicyVersion.COLLECTION)
class PolicyVersion extends AggregateRoot {
    static final String COLLECTION = "loan_policy_versions";

    enum State {
        WAITING,
        ACCEPTED,
        TURNED_DOWN
    }

    private final int number;
    private final String values;
    private final String note;
    private final String preparedBy;
    private final Instant preparedAt;
    private State state = State.WAITING;
    private @Nullable String reviewedBy;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewNote;
    private @Nullable LocalDate effectiveFrom;

    PolicyVersion(String id, int number, String values, String note, String preparedBy, Instant preparedAt) {
        super(id);
        this.number = number;
        this.values = values;
        this.note = note;
        this.preparedBy = preparedBy;
        this.preparedAt = preparedAt;
    }

    static PolicyVersion prepared(int number, PolicyValues values, String note, String by, Instant at) {
        return new PolicyVersion(idOf(number), number, StoredForm.of(values), note, by, at);
    }

    /** Sorts like the number. */
    static String idOf(int number) {
        return String.format(Locale.ROOT, "policy-%06d", number);
    }

    PolicyReview review(FourEyes.Decider decider, boolean accept, @Nullable LocalDate from, String why, Instant at) {
        if (FourEyes.judge(FourEyes.Case.of(null, preparedBy, ""), decider) instanceof FourEyes.Conflict conflict) {
            return new PolicyReview.FourEyesConflict(conflict.reason());
        }
        if (state != State.WAITING) {
            return new PolicyReview.Reviewed(this);
        }
        state = accept ? State.ACCEPTED : State.TURNED_DOWN;
        reviewedBy = decider.subject();
        reviewedAt = at;
        reviewNote = why;
        effectiveFrom = from;
        return new PolicyReview.Done(this);
    }

    boolean isInForce(LocalDate on) {
        return state == State.ACCEPTED && effectiveFrom != null && !effectiveFrom.isAfter(on);
    }

    int number() {
        return number;
    }

    PolicyValues policyValues() {
        return StoredForm.values(values);
    }

    String note() {
        return note;
    }

    String preparedBy() {
        return preparedBy;
    }

    Instant preparedAt() {
        return preparedAt;
    }

    State state() {
        return state;
    }

    @Nullable String reviewedBy() {
        return reviewedBy;
    }

    @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    @Nullable String reviewNote() {
        return reviewNote;
    }

    @Nullable LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("loan-policy", "/hq/")
                .with("number", number)
                .with("state", state)
                .with("preparedBy", preparedBy)
                .with("reviewedBy", reviewedBy)
                .with("effectiveFrom", effectiveFrom)
                .because(reviewNote);
    }
}
