package org.linli.loan.bureau;

import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.springframework.stereotype.Component;

/** Shows the whole report as the bureau sent it, on record before it is decrypted (rules P-3, P-4). */
@Component
class CreditReveal {
    private final CreditChecks checks;
    private final SealedField raw;
    private final AuditNotes notes;

    CreditReveal(CreditChecks checks, FieldCipher cipher, AuditNotes notes) {
        this.checks = checks;
        this.raw = cipher.field(CreditCheck.COLLECTION, "rawSealed");
        this.notes = notes;
    }

    /** Empty when there is no report of the case. */
    Optional<String> reveal(LoanCase loanCase, String reason) {
        String sealed = checks.find(loanCase.id()).map(CreditCheck::rawSealed).orElse(null);
        if (sealed == null) {
            return Optional.empty();
        }
        notes.write(
                "credit-report-revealed",
                loanCase.id(),
                AuditView.of("credit-check", loanCase.organisationPath())
                        .with("merchantId", loanCase.merchantId())
                        .because(reason));
        return Optional.of(raw.decrypt(loanCase.id(), sealed));
    }
}
