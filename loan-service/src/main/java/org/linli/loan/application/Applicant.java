package org.linli.loan.application;

import java.time.LocalDate;
import org.linli.loan.product.LoanProduct;

/** Everything that the rules of eligibility look at. @param today the business date */
record Applicant(
        LoanProduct product,
        long amountFen,
        int termMonths,
        LocalDate businessStartedOn,
        boolean merchantApproved,
        LocalDate today) {}
