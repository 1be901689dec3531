package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.Competence.Verdict.Competent;
import org.linli.loan.approval.Competence.Verdict.Not;
import org.linli.starter.security.Caller;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Deciding alone (rule L-8): the decision is stored first, then the case moves. */
@Component
class Deciding {
    private static final int ATTEMPTS = 4;

    private final LoanCases cases;
    private final Rounds rounds;
    private final DecisionRegister register;
    private final Competence competence;
    private final ApprovalSettings settings;
    private final Clock clock;

    Deciding(
            LoanCases cases,
            Rounds rounds,
            DecisionRegister register,
            Competence competence,
            ApprovalSettings settings,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.register = register;
        this.competence = competence;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Decides on a case. A repeated request finishes what the first began and answers the same.
     *
     * @param key recognises a repetition
     */
    ApprovalOutcome decide(String caseId, Judgement judgement, Caller caller, String key) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<LoanCase> found = cases.inScope(caseId, caller);
            if (found.isEmpty()) {
                return ApprovalOutcome.refused(Refusal.NOT_FOUND);
            }
            Optional<ApprovalOutcome> outcome = attempt(rounds.standing(found.get()), judgement, caller, key);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new OptimisticLockingFailureException("too many decisions on one case at once");
    }

    /** Empty: somebody else came between. */
    private Optional<ApprovalOutcome> attempt(Standing standing, Judgement judgement, Caller caller, String key) {
        Optional<Decision> same = standing.ruledUnder(key);
        if (same.isPresent()) {
            return same.map(rounds::finish);
        }
        Optional<ApprovalOutcome> closed = standing.closed();
        if (closed.isPresent()) {
            standing.current().ifPresent(rounds::finish);
            return closed;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = ApprovalSettings.businessDate(now);
        Basis basis = rounds.basis(standing, today);
        Competence.Verdict verdict = competence.alone(standing, basis, judgement.kind(), caller, today);
        if (verdict instanceof Not not) {
            return Optional.of(not.refusal());
        }
        ApprovalOutcome faults = rounds.faultsOf(judgement, standing.loanCase(), basis);
        if (faults != null) {
            return Optional.of(faults);
        }
        Ruling ruling = Ruling.of(judgement, ((Competent) verdict).decider(), now, key, List.of(), settings);
        return store(standing, basis, ruling).map(rounds::finish);
    }

    /** Begins the round with the ruling, or rules on one whose committee could not decide. */
    Optional<Decision> store(Standing standing, Basis basis, Ruling ruling) {
        Optional<Decision> begun = standing.current();
        if (begun.isEmpty()) {
            LoanCase about = standing.loanCase();
            Decision fresh = Decision.begun(about.id(), standing.round(), about.stageEnteredAt(), basis);
            fresh.rule(ruling);
            return register.insert(fresh);
        }
        ApprovalOutcome outcome = register.change(begun.get().id(), decision -> {
            if (decision.ruling().isPresent() || decision.openSession().isPresent()) {
                return ApprovalOutcome.refused(Refusal.ALREADY_DECIDED);
            }
            decision.rule(ruling);
            return new ApprovalOutcome.Done(decision);
        });
        return outcome instanceof ApprovalOutcome.Done done ? Optional.of(done.decision()) : Optional.empty();
    }
}
