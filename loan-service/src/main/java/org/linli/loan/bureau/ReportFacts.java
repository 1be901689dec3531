package org.linli.loan.bureau;

import java.time.LocalDate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Facts;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Tells the policies what the credit report says; while the bureau is away it says so, instead of nothing. */
@Component
class ReportFacts implements FactSource {
    private final CreditChecks checks;

    ReportFacts(CreditChecks checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return CreditReports.SOURCE;
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        CreditCheck check = checks.obtain(loanCase, false);
        if (check.state() == CreditCheck.State.WAITING) {
            throw new DependencyUnavailableException(CreditReports.SOURCE, null);
        }
        CreditReport report = check.report();
        return report == null ? Facts.NONE : report.facts(on, check.isExplained());
    }
}
