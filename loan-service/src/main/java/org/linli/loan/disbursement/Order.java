package org.linli.loan.disbursement;

import java.time.Instant;
import org.linli.loan.contract.Payee;
import org.linli.loan.loan.AgreedTerms;
import org.linli.loan.loan.LoanOrigin;

/**
 * What is to be paid; never changes.
 *
 * @param loanId the loan that it becomes
 * @param sealedPayee where the money goes, encrypted (rule P-4)
 */
record Order(
        String loanId,
        LoanOrigin origin,
        AgreedTerms terms,
        Payee.Kind payeeKind,
        String maskedAccount,
        String sealedPayee,
        String orderedBy,
        Instant orderedAt) {}
