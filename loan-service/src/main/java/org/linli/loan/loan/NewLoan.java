package org.linli.loan.loan;

import java.time.LocalDate;

/**
 * A loan whose money has moved.
 *
 * @param disbursedOn the business date on which the bank booked it
 * @param bookingNumber the bank's own number of that booking
 */
public record NewLoan(
        String loanId, LoanOrigin origin, AgreedTerms terms, LocalDate disbursedOn, String bookingNumber) {}
