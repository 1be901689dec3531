package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.linli.loan.foureyes.FourEyes;

/**
 * An application as the other features see it: a copy of the moment. Money in fen.
 *
 * @param productVersion the version of the product that the case began with and keeps
 * @param people who has a hand in it, for whoever wants to decide (rule P-2)
 * @param investigators who looked into it (rule L-8: they never approve)
 */
public record LoanCase(
        String id,
        String merchantId,
        String merchantName,
        String branchId,
        String organisationPath,
        String productCode,
        int productVersion,
        long amountFen,
        int termMonths,
        String purpose,
        LocalDate businessStartedOn,
        String submittedBy,
        Instant submittedAt,
        Stage stage,
        Instant stageEnteredAt,
        FourEyes.Case people,
        Set<String> investigators) {

    static LoanCase of(LoanApplication application) {
        Submission asked = application.submission();
        return new LoanCase(
                application.id(),
                asked.merchantId(),
                asked.merchantName(),
                asked.branchId(),
                asked.organisationPath(),
                asked.productCode(),
                asked.productVersion(),
                asked.amountFen(),
                asked.termMonths(),
                asked.purpose(),
                asked.businessStartedOn(),
                asked.submittedBy(),
                asked.submittedAt(),
                application.stage(),
                application.stageEnteredAt(),
                application.people(),
                application.people().investigators());
    }

    /** Names and the purpose stay out of logs. */
    @Override
    public String toString() {
        return "LoanCase[" + id + ", " + stage + "]";
    }
}
