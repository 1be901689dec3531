package org.linli.loan.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Reading decisions, by staff in scope (rule P-1) and by the applicant. */
@Component
class ReadingDecisions {
    private final LoanCases cases;
    private final DecisionRegister register;
    private final Clock clock;

    ReadingDecisions(LoanCases cases, DecisionRegister register, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.clock = clock;
    }

    /** All rounds, the first one first; none when the case is not in scope. */
    List<Decision> of(String caseId, Caller caller) {
        return cases.inScope(caseId, caller)
                .map(found -> register.of(found.id()))
                .orElse(List.of());
    }

    /** The latest round with a session, if the case is in scope. */
    Optional<Decision> withSession(String caseId, Caller caller) {
        List<Decision> heard = of(caseId, caller).stream()
                .filter(decision -> decision.latestSession().isPresent())
                .toList();
        return heard.isEmpty() ? Optional.empty() : Optional.of(heard.get(heard.size() - 1));
    }

    /** What the applicant may know: a decision that was told by moving the case, not one that is being made. */
    Optional<Told> told(String caseId, Caller owner) {
        return cases.ownedBy(caseId, owner).flatMap(found -> told(found, register.of(caseId)));
    }

    private Optional<Told> told(LoanCase found, List<Decision> rounds) {
        boolean appealed =
                rounds.stream().anyMatch(decision -> decision.appeal().isPresent());
        List<Decision> told = rounds.stream()
                .filter(decision -> decision.isApproved() || decision.isDeclined())
                .filter(decision -> !decision.stay().equals(found.stageEnteredAt()))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Decision last = told.get(told.size() - 1);
        boolean mayAppeal = !appealed
                && found.stage() == Stage.DECLINED
                && last.isAppealableOn(ApprovalSettings.businessDate(clock.instant()));
        return Optional.of(new Told(last, mayAppeal));
    }

    record Told(Decision decision, boolean mayAppeal) {}
}
