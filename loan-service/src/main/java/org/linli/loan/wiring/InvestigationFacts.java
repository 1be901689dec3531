package org.linli.loan.wiring;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.crosscheck.kernel.Verdict;
import org.linli.loan.investigation.CompletedInvestigation;
import org.linli.loan.investigation.Investigations;
import org.linli.loan.investigation.StatementFigures;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.springframework.stereotype.Component;

/** What the two investigators found, for the policies (rules L-4 to L-6). Nothing before both reports are in. */
@Component
class InvestigationFacts implements FactSource {
    private final Investigations investigations;

    InvestigationFacts(Investigations investigations) {
        this.investigations = investigations;
    }

    @Override
    public String name() {
        return "investigation";
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        return investigations
                .completed(loanCase.id())
                .map(InvestigationFacts::facts)
                .orElse(Facts.NONE);
    }

    /** A score between two points counts as the lower one, a month's profit as the lower fen. */
    private static Facts facts(CompletedInvestigation found) {
        StatementFigures figures = found.figures();
        Facts facts = Facts.NONE
                .with(
                        Fact.SOFT_SCORE,
                        found.softScore().setScale(0, RoundingMode.FLOOR).longValueExact())
                .with(Fact.CROSS_CHECKS_FAILED, count(found, Verdict.FAIL))
                .with(Fact.CROSS_CHECKS_UNKNOWN, count(found, Verdict.UNKNOWN));
        Boolean undisclosed = found.undisclosedLending();
        if (undisclosed != null) {
            facts = facts.with(Fact.UNDISCLOSED_LENDING, undisclosed);
        }
        return figures.months() == 0
                ? facts
                : facts.with(Fact.MONTHLY_SURPLUS_FEN, Math.floorDiv(figures.netProfitFen(), figures.months()));
    }

    private static long count(CompletedInvestigation found, Verdict verdict) {
        return found.checks().stream()
                .filter(check -> check.verdict() == verdict)
                .count();
    }
}
