package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The applicant's appeal against a refusal: once, in time, and to the next higher level (rule L-8). */
@Component
class Appeals implements StageDriver {
    private final LoanCases cases;
    private final DecisionRegister register;
    private final Clock clock;

    Appeals(LoanCases cases, DecisionRegister register, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.clock = clock;
    }

    /** Stores the appeal with the refusal, then leads the case back; the same words again are the same appeal. */
    ApprovalOutcome file(String caseId, String reasons, Caller owner) {
        Optional<LoanCase> found = cases.ownedBy(caseId, owner);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = new Standing(found.get(), register.of(caseId));
        Optional<Decision> appealed = standing.rounds().stream()
                .filter(decision -> decision.appeal().isPresent())
                .findFirst();
        if (appealed.isPresent()) {
            return repeated(appealed.get(), reasons, found.get());
        }
        if (found.get().stage() != Stage.DECLINED || standing.latest().isEmpty()) {
            return ApprovalOutcome.refused(
                    Refusal.WRONG_STAGE, found.get().stage().name());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Appeal appeal = new Appeal(reasons, owner.subject(), now);
        ApprovalOutcome outcome = register.change(standing.latest().get().id(), decision -> filed(decision, appeal));
        return outcome instanceof ApprovalOutcome.Done done ? moved(done.decision()) : outcome;
    }

    private ApprovalOutcome repeated(Decision decision, String reasons, LoanCase now) {
        boolean same = decision.appeal()
                .filter(appeal -> appeal.reasons().equals(reasons))
                .isPresent();
        if (!same) {
            return ApprovalOutcome.refused(Refusal.APPEAL_FILED);
        }
        resume(now);
        return new ApprovalOutcome.Done(decision);
    }

    private static ApprovalOutcome filed(Decision decision, Appeal appeal) {
        if (decision.appeal().isPresent()) {
            return ApprovalOutcome.refused(Refusal.APPEAL_FILED);
        }
        if (!decision.isAppealableOn(ApprovalSettings.businessDate(appeal.at()))) {
            return ApprovalOutcome.refused(
                    Refusal.APPEAL_TOO_LATE,
                    decision.ruling()
                            .map(ruling -> String.valueOf(ruling.appealUntil()))
                            .orElse(""));
        }
        decision.appealed(appeal);
        return new ApprovalOutcome.Done(decision);
    }

    private ApprovalOutcome moved(Decision decision) {
        String by = decision.appeal().map(Appeal::by).orElseThrow();
        CaseMove move = cases.move(decision.caseId(), Stage.APPROVAL, by);
        return move instanceof CaseMove.NoWay blocked
                ? ApprovalOutcome.refused(Refusal.WRONG_STAGE, blocked.current().name())
                : new ApprovalOutcome.Done(decision);
    }

    @Override
    public Stage stage() {
        return Stage.DECLINED;
    }

    /** Only the appeal of the latest refusal leads back: an earlier one was heard already. */
    @Override
    public void resume(LoanCase loanCase) {
        if (loanCase.stage() == Stage.DECLINED) {
            register.latest(loanCase.id())
                    .filter(decision -> decision.appeal().isPresent())
                    .ifPresent(this::moved);
        }
    }
}
