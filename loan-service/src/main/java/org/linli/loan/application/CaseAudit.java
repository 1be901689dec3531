package org.linli.loan.application;

import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditView;

/** A case as the audit trail shows it (rule P-3): no names, no purpose. */
final class CaseAudit {
    private CaseAudit() {}

    static AuditView of(LoanApplication one) {
        Submission asked = one.submission();
        return AuditView.of("loan-application", asked.organisationPath())
                .with("merchantId", asked.merchantId())
                .with("productCode", asked.productCode())
                .with("amountFen", asked.amountFen())
                .with("termMonths", asked.termMonths())
                .with("stage", one.stage())
                .with("stageDueAt", one.stageDueAt())
                .with("waitingSince", one.handling().waitingSince())
                .with("assignee", one.assignee().map(Assignee::staffId).orElse(null))
                .with("breaches", one.handling().breaches().size())
                .because(reason(one));
    }

    private static @Nullable String reason(LoanApplication one) {
        StageEntry last = one.history().get(one.history().size() - 1);
        return last.reason() == null ? one.handling().withdrawalReason() : last.reason();
    }
}
