package org.linli.loan.application;

import java.time.Instant;
import org.linli.events.LoanApplicationEvent;

/** A case as events tell of it: no names, no purpose. */
final class PublicState {
    private PublicState() {}

    static LoanApplicationEvent submitted(LoanApplication application) {
        return new LoanApplicationEvent.Submitted(of(application));
    }

    static LoanApplicationEvent entered(LoanApplication application) {
        return new LoanApplicationEvent.StageEntered(of(application));
    }

    static LoanApplicationEvent overdue(LoanApplication application, Instant at) {
        int breaches = application.handling().breaches().size();
        return new LoanApplicationEvent.StageOverdue(of(application), at, breaches);
    }

    static LoanApplicationEvent decided(LoanApplication application, Instant at) {
        String outcome = application.stage() == Stage.DECLINED ? "DECLINED" : "APPROVED";
        Instant submittedAt = application.submission().submittedAt();
        return new LoanApplicationEvent.Decided(of(application), outcome, submittedAt, at);
    }

    private static LoanApplicationEvent.State of(LoanApplication application) {
        Submission asked = application.submission();
        return new LoanApplicationEvent.State(
                application.id(),
                asked.merchantId(),
                asked.branchId(),
                asked.organisationPath(),
                asked.productCode(),
                asked.amountFen(),
                asked.termMonths(),
                application.stage().name(),
                application.stageEnteredAt(),
                application.stageDueAt());
    }
}
