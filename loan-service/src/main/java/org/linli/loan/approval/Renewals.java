package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.loan.application.WayBack;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * An approval that has lapsed is not prolonged, it is decided on anew: the case goes back to the approval, where the
 * level of its amount decides with a fresh assessment before it. The wish is stored with the lapsed approval, then the
 * case moves.
 */
@Component
class Renewals implements StageDriver {
    private final LoanCases cases;
    private final DecisionRegister register;
    private final ObjectProvider<RenewalGuard> guards;
    private final Clock clock;

    Renewals(LoanCases cases, DecisionRegister register, ObjectProvider<RenewalGuard> guards, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.guards = guards;
        this.clock = clock;
    }

    /** Asks for a new decision; the same words of the same person again are the same wish. */
    ApprovalOutcome ask(String caseId, String reason, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = new Standing(found.get(), register.of(caseId));
        Optional<Decision> renewed =
                standing.latest().filter(decision -> decision.renewal().isPresent());
        if (renewed.isPresent()) {
            return repeated(renewed.get(), reason, caller, found.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<ApprovalOutcome> refusal = refusal(standing, reason, caller, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Renewal renewal = new Renewal(reason, caller.subject(), now);
        ApprovalOutcome outcome = register.change(
                standing.latest().orElseThrow().id(),
                decision -> decision.renewed(renewal)
                        ? new ApprovalOutcome.Done(decision)
                        : ApprovalOutcome.refused(Refusal.RENEWAL_ASKED));
        return outcome instanceof ApprovalOutcome.Done done ? moved(done.decision()) : outcome;
    }

    private ApprovalOutcome repeated(Decision decision, String reason, Caller caller, LoanCase now) {
        boolean same = decision.renewal()
                .filter(wish -> wish.reason().equals(reason) && wish.by().equals(caller.subject()))
                .isPresent();
        resume(now);
        return same ? new ApprovalOutcome.Done(decision) : ApprovalOutcome.refused(Refusal.RENEWAL_ASKED);
    }

    private Optional<ApprovalOutcome> refusal(Standing standing, String reason, Caller caller, Instant now) {
        LoanCase about = standing.loanCase();
        Optional<Ruling> approval =
                standing.latest().filter(Decision::isApproved).flatMap(Decision::ruling);
        if (about.stage() != Stage.CONTRACT || approval.isEmpty()) {
            return refused(Refusal.WRONG_STAGE, about.stage().name());
        }
        if (FourEyes.judge(ownersOnly(about), FourEyes.Decider.of(caller)) instanceof FourEyes.Conflict conflict) {
            return refused(Refusal.FOUR_EYES, conflict.reason().code());
        }
        if (!approval.get().isLapsedOn(ApprovalSettings.businessDate(now))) {
            return refused(Refusal.STILL_VALID, String.valueOf(approval.get().validUntil()));
        }
        if (standing.rounds().size() >= DecisionRegister.MOST_ROUNDS) {
            return refused(Refusal.TOO_MANY_ROUNDS);
        }
        boolean free = guards.stream().allMatch(guard -> guard.letsGo(about.id(), reason, caller.subject()));
        return free ? Optional.empty() : refused(Refusal.CONTRACT_SIGNED);
    }

    private static Optional<ApprovalOutcome> refused(Refusal why, String... arguments) {
        return Optional.of(ApprovalOutcome.refused(why, arguments));
    }

    /** Whoever investigated may ask: asking decides nothing. Only one's own or a relative's case is none of theirs. */
    private static FourEyes.Case ownersOnly(LoanCase about) {
        FourEyes.Case people = about.people();
        return new FourEyes.Case(people.owners(), Set.of(), Set.of(), people.merchantId());
    }

    private ApprovalOutcome moved(Decision decision) {
        Renewal wish = decision.renewal().orElseThrow();
        WayBack why = new WayBack(wish.by(), wish.reason(), wish.at());
        CaseMove move = cases.sendBack(decision.caseId(), Stage.CONTRACT, Stage.APPROVAL, why);
        return move instanceof CaseMove.NoWay blocked
                ? ApprovalOutcome.refused(Refusal.WRONG_STAGE, blocked.current().name())
                : new ApprovalOutcome.Done(decision);
    }

    @Override
    public Stage stage() {
        return Stage.CONTRACT;
    }

    /** Only a wish about the latest approval leads back: an earlier one was decided on already. */
    @Override
    public void resume(LoanCase loanCase) {
        if (loanCase.stage() == Stage.CONTRACT) {
            register.latest(loanCase.id())
                    .filter(decision -> decision.renewal().isPresent())
                    .ifPresent(this::moved);
        }
    }
}
