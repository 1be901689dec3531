package org.linli.loan.disbursement;

import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditView;

/** A disbursement as the audit trail shows it (rule P-3): no names, no account. */
final class DisbursementAudit {
    private DisbursementAudit() {}

    static AuditView of(Disbursement one) {
        Order order = one.order();
        Reversal reversal = one.reversal();
        SetAside aside = one.setAside();
        return AuditView.of("disbursement", order.origin().organisationPath())
                .with("applicationId", order.origin().caseId())
                .with("creditLineId", order.origin().lineId())
                .with("loanId", order.loanId())
                .with("amountFen", order.terms().amountFen())
                .with("status", one.status())
                .with("reference", one.payment().reference())
                .with("bookingNumber", one.payment().bookingNumber())
                .with("reversalRequestedBy", reversal == null ? null : reversal.requestedBy())
                .with("reversalConfirmedBy", reversal == null ? null : reversal.confirmedBy())
                .with("setAsideBy", aside == null ? null : aside.by())
                .because(reason(one));
    }

    private static @Nullable String reason(Disbursement one) {
        SetAside aside = one.setAside();
        if (aside != null && one.status() == DisbursementStatus.SET_ASIDE) {
            return aside.reason();
        }
        Reversal reversal = one.reversal();
        return reversal == null ? null : reversal.reason();
    }
}
