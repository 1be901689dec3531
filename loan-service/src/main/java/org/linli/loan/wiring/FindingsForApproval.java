package org.linli.loan.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.approval.Fact;
import org.linli.loan.approval.Investigation;
import org.linli.loan.approval.InvestigationSource;
import org.linli.loan.crosscheck.kernel.CheckResult;
import org.linli.loan.investigation.CompletedInvestigation;
import org.linli.loan.investigation.Investigations;
import org.linli.loan.investigation.StatementFigures;
import org.springframework.stereotype.Component;

/** What was found on the spot, as whoever decides sees it and as it is kept with the decision (rule L-8). */
@Component
class FindingsForApproval implements InvestigationSource {
    private final Investigations investigations;

    FindingsForApproval(Investigations investigations) {
        this.investigations = investigations;
    }

    @Override
    public Optional<Investigation> of(LoanCase loanCase) {
        return investigations.completed(loanCase.id()).map(FindingsForApproval::told);
    }

    private static Investigation told(CompletedInvestigation found) {
        List<Fact> facts = new ArrayList<>();
        found.recommendations().forEach((side, advice) -> {
            facts.add(new Fact(
                    side + " recommends",
                    advice.outcome() + " " + advice.amountFen() + " fen, " + advice.termMonths() + " months"));
            facts.add(new Fact(side + " report", advice.reportHash()));
        });
        StatementFigures figures = found.figures();
        facts.add(new Fact("revenueFen", figures.revenueFen() + " in " + figures.months() + " months"));
        facts.add(new Fact("netProfitFen", String.valueOf(figures.netProfitFen())));
        facts.add(new Fact("evidentAssetsFen", String.valueOf(figures.evidentAssetsFen())));
        facts.add(new Fact("debtsFen", String.valueOf(figures.debtsFen())));
        facts.add(new Fact("softScore", found.softScore().toPlainString()));
        facts.add(new Fact("softDeviations", String.valueOf(found.softDeviations())));
        found.checks().forEach(check -> facts.add(told(check, found)));
        return new Investigation("round " + found.round() + " of " + found.completedAt(), facts);
    }

    private static Fact told(CheckResult check, CompletedInvestigation found) {
        String explained = found.explained().contains(check.check()) ? ", explained" : "";
        String deviation = check.deviationPercent() == null
                ? ""
                : " " + check.deviationPercent().toPlainString() + " % of at most "
                        + check.tolerancePercent().toPlainString() + " %";
        return new Fact(check.check(), check.verdict() + deviation + explained);
    }
}
