package org.linli.loan.bureau;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Everything about one case's credit report, from the first question on. */
@Document(CreditCheck.COLLECTION)
@CompoundIndex(name = "waiting", def = "{'state': 1, 'nextAttemptAt': 1}")
class CreditCheck extends AggregateRoot {
    static final String COLLECTION = "credit_checks";
    private static final int MOST_REFUSALS = 20;

    enum State {
        /** Nobody asked yet. */
        NEW,
        /** The applicant has not agreed: the bureau is not asked (rule P-4). */
        NO_CONSENT,
        NOT_IDENTIFIED,
        /** The bureau is away; asked again at {@code nextAttemptAt}. */
        WAITING,
        RECEIVED,
        /** What came back cannot be used; a person has to ask again. */
        REFUSED
    }

    /** Why an answer was not taken. */
    enum Refused {
        OF_SOMEBODY_ELSE,
        STALE,
        UNREADABLE
    }

    record Refusal(Refused why, Instant at) {}

    private final String organisationPath;
    private State state;
    private @Nullable CreditReport report;
    private @Nullable String rawSealed;
    private @Nullable Instant receivedAt;
    private @Nullable String consentReference;
    private int failures;
    private @Nullable Instant waitingSince;
    private @Nullable Instant nextAttemptAt;
    private final List<Refusal> refusals;
    private @Nullable Explanation explanation;

    @PersistenceCreator
    CreditCheck(String id, String organisationPath, State state, List<Refusal> refusals) {
        super(id);
        this.organisationPath = organisationPath;
        this.state = state;
        this.refusals = new ArrayList<>(refusals);
    }

    static CreditCheck begun(String caseId, String organisationPath) {
        return new CreditCheck(caseId, organisationPath, State.NEW, List.of());
    }

    CreditCheck withoutConsent() {
        return enter(State.NO_CONSENT);
    }

    CreditCheck notIdentified() {
        return enter(State.NOT_IDENTIFIED);
    }

    /** Old facts go: a report that cannot be renewed does not count on. */
    private CreditCheck enter(State next) {
        state = next;
        report = null;
        rawSealed = null;
        receivedAt = null;
        failures = 0;
        waitingSince = null;
        nextAttemptAt = null;
        return this;
    }

    CreditCheck received(CreditReport received, String sealed, String consent, Instant at) {
        enter(State.RECEIVED);
        report = received;
        rawSealed = sealed;
        receivedAt = at;
        consentReference = consent;
        return this;
    }

    CreditCheck refused(Refused why, Instant at) {
        enter(State.REFUSED);
        if (refusals.size() == MOST_REFUSALS) {
            refusals.remove(0);
        }
        refusals.add(new Refusal(why, at));
        return this;
    }

    CreditCheck away(Instant at, BureauSettings settings) {
        int failed = failures + 1;
        Instant since = waitingSince == null ? at : waitingSince;
        enter(State.WAITING);
        failures = failed;
        waitingSince = since;
        nextAttemptAt = at.plus(settings.pauseAfter(failed));
        return this;
    }

    /** One of several instances takes the next attempt. */
    boolean claim(Instant at, Duration lease) {
        if (state != State.WAITING || nextAttemptAt == null || nextAttemptAt.isAfter(at)) {
            return false;
        }
        nextAttemptAt = at.plus(lease);
        return true;
    }

    /** The case needs no report any more. */
    boolean stopWaiting() {
        boolean waited = state == State.WAITING;
        if (waited) {
            enter(State.NEW);
        }
        return waited;
    }

    /** @return false when nothing personal was left */
    boolean forget() {
        boolean known = report != null || rawSealed != null || explanation != null;
        if (known) {
            enter(State.NEW);
            explanation = null;
        }
        return known;
    }

    void explain(Explanation given) {
        explanation = given;
    }

    /** Accepted, and about arrears at least as long as the report now shows. */
    boolean isExplained() {
        return explanation != null
                && report != null
                && explanation.isAccepted()
                && explanation.months() >= report.overdueMonthsInARow();
    }

    State state() {
        return state;
    }

    @Nullable CreditReport report() {
        return report;
    }

    @Nullable String rawSealed() {
        return rawSealed;
    }

    @Nullable Instant receivedAt() {
        return receivedAt;
    }

    @Nullable String consentReference() {
        return consentReference;
    }

    int failures() {
        return failures;
    }

    @Nullable Instant waitingSince() {
        return waitingSince;
    }

    @Nullable Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Nullable Explanation explanation() {
        return explanation;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("credit-check", organisationPath)
                .with("state", state)
                .with("consent", consentReference)
                .with("refusals", refusals.size())
                .with("explanation", explanation == null ? null : explanation.state())
                .because(explanation == null ? null : explanation.reason());
    }
}
