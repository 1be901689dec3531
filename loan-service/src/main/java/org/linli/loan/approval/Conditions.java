package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.kernel.Level;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The conditions precedent of an approval (rule L-8): fulfilled with evidence, or waived by the level that set them. */
@Component
public class Conditions {
    private final Decisions decisions;
    private final DecisionRegister register;
    private final LoanCases cases;
    private final Clock clock;

    Conditions(Decisions decisions, DecisionRegister register, LoanCases cases, Clock clock) {
        this.decisions = decisions;
        this.register = register;
        this.cases = cases;
        this.clock = clock;
    }

    /** One condition that is still open. */
    public record OpenCondition(String id, String text) {}

    /**
     * What is still open; no money leaves while there is anything.
     *
     * @throws IllegalStateException when the case has no approval that stands: nothing open would sound like ready
     */
    public List<OpenCondition> open(String caseId) {
        return decisions
                .standing(caseId)
                .orElseThrow(() -> new IllegalStateException("no approval of " + caseId + " stands"))
                .conditions()
                .stream()
                .filter(Condition::isOpen)
                .map(condition -> new OpenCondition(condition.id(), condition.text()))
                .toList();
    }

    /** @param evidence what shows it, such as a paper's number */
    ApprovalOutcome fulfil(String caseId, String conditionId, String evidence, Caller caller) {
        return settle(
                caseId,
                caller,
                decision -> settled(decision, conditionId, Condition.State.FULFILLED, evidence, caller));
    }

    /** Only the level that decided, or a higher one, lets go of a condition; never somebody with a hand in the case. */
    ApprovalOutcome waive(String caseId, String conditionId, String reason, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = new Standing(found.get(), register.of(caseId));
        Optional<ApprovalOutcome> partial = Competence.partiality(standing, caller);
        return partial.orElseGet(() -> settle(
                caseId,
                caller,
                decision -> reaches(decision, caller)
                        ? settled(decision, conditionId, Condition.State.WAIVED, reason, caller)
                        : ApprovalOutcome.refused(Refusal.HIGHER_LEVEL)));
    }

    private static boolean reaches(Decision decision, Caller caller) {
        String path = decision.basis().organisationPath();
        Level needed = decision.ruling().map(ruling -> ruling.by().level()).orElse(Level.COMMITTEE);
        if (caller.may(Permissions.CHAIR, path)) {
            return true;
        }
        Level own = Competence.levelOf(caller, path);
        return own != null && own.reaches(Level.higher(needed, decision.basis().level()));
    }

    private ApprovalOutcome settle(String caseId, Caller caller, Function<Decision, ApprovalOutcome> change) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Optional<Decision> standing = decisions.standing(caseId);
        return standing.isEmpty()
                ? ApprovalOutcome.refused(
                        Refusal.WRONG_STAGE, found.get().stage().name())
                : register.change(standing.get().id(), change);
    }

    private ApprovalOutcome settled(
            Decision decision, String conditionId, Condition.State state, String why, Caller caller) {
        Optional<Condition> condition = decision.condition(conditionId);
        if (condition.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.CONDITION_UNKNOWN);
        }
        if (!condition.get().isOpen()) {
            return ApprovalOutcome.refused(Refusal.CONDITION_SETTLED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        decision.replace(condition.get().become(state, why, caller.subject(), now));
        return new ApprovalOutcome.Done(decision);
    }
}
