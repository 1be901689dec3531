package org.linli.loan.straightthrough;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.CaseAssessment;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.mongodb.core.mapping.Document;

/** What became of one case on the straight-through path; stored before the case moves. */
@Document(PathRecord.COLLECTION)
class PathRecord extends AggregateRoot {
    static final String COLLECTION = "straight_through_cases";

    enum State {
        BEGUN,
        WAITING_FOR_BUREAU,
        /** Passed by the policies; the place in the day's cap is being taken. */
        PASSED,
        APPROVED,
        DECLINED,
        REFERRED
    }

    private final String organisationPath;
    private State state = State.BEGUN;
    private @Nullable String reason;
    private @Nullable Instant at;
    private @Nullable String by;
    private @Nullable LocalDate businessDate;
    private @Nullable Integer assessment;
    private @Nullable Integer policyVersion;
    private @Nullable Long amountFen;
    private @Nullable Integer termMonths;
    private @Nullable String annualRatePercent;
    private boolean moved;

    PathRecord(String id, String organisationPath) {
        super(id);
        this.organisationPath = organisationPath;
    }

    /** What was decided stays. */
    boolean isDecided() {
        return state == State.APPROVED || state == State.DECLINED;
    }

    /** Whether there is anything to tell: a try that did not end has said nothing. */
    boolean hasAnswer() {
        return state != State.BEGUN && state != State.PASSED;
    }

    boolean isReferred() {
        return state == State.REFERRED;
    }

    private boolean enter(State next, @Nullable String why, String whoever, Instant when) {
        if (isDecided()) {
            return false;
        }
        state = next;
        reason = why;
        by = whoever;
        at = when;
        return true;
    }

    boolean refer(Referral why, @Nullable CaseAssessment found, String whoever, Instant when) {
        boolean entered = enter(State.REFERRED, why.code(), whoever, when);
        if (entered) {
            assessedBy(found);
        }
        return entered;
    }

    boolean await(CaseAssessment found, String whoever, Instant when) {
        boolean entered = enter(State.WAITING_FOR_BUREAU, "bureau-away", whoever, when);
        if (entered) {
            assessedBy(found);
        }
        return entered;
    }

    /** @return the day whose cap counts the case: the one of the first pass, so that a repetition counts once */
    LocalDate pass(LocalDate day, String whoever, Instant when) {
        LocalDate counted = state == State.PASSED && businessDate != null ? businessDate : day;
        if (enter(State.PASSED, null, whoever, when)) {
            businessDate = counted;
        }
        return counted;
    }

    boolean approve(CaseAssessment found, long amount, int months, String whoever, Instant when) {
        boolean entered = enter(State.APPROVED, null, whoever, when);
        if (entered) {
            assessedBy(found);
            amountFen = amount;
            termMonths = months;
            annualRatePercent = found.assessment().price().ratePercent().toPlainString();
        }
        return entered;
    }

    boolean decline(CaseAssessment found, String whoever, Instant when) {
        boolean entered = enter(State.DECLINED, "policies-decline", whoever, when);
        if (entered) {
            assessedBy(found);
        }
        return entered;
    }

    private void assessedBy(@Nullable CaseAssessment found) {
        assessment = found == null ? null : Integer.valueOf(found.number());
        policyVersion = found == null ? null : Integer.valueOf(found.policyVersion());
    }

    /** The case is where the decision leads; an appeal may lead it on from there. */
    boolean moved() {
        boolean first = !moved;
        moved = true;
        return first;
    }

    boolean hasMoved() {
        return moved;
    }

    State state() {
        return state;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Instant at() {
        return at;
    }

    @Nullable Integer assessment() {
        return assessment;
    }

    @Nullable Integer policyVersion() {
        return policyVersion;
    }

    @Nullable Long amountFen() {
        return amountFen;
    }

    @Nullable Integer termMonths() {
        return termMonths;
    }

    @Nullable String annualRatePercent() {
        return annualRatePercent;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("straight-through", organisationPath)
                .with("state", state)
                .with("by", by)
                .with("assessment", assessment)
                .with("policyVersion", policyVersion)
                .with("amountFen", amountFen)
                .with("annualRatePercent", annualRatePercent)
                .because(reason);
    }
}
