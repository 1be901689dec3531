package org.linli.loan.corebank;

import java.time.Instant;

/**
 * A payment as the bank has booked it; money in fen.
 *
 * @param bookingNumber the bank's own number
 */
public record Booking(
        String reference,
        Payment.Direction direction,
        String loanId,
        long amountFen,
        String accountNumber,
        String bookingNumber,
        Instant bookedAt) {

    /** Whether it is the payment that was asked for, in everything that matters. */
    public boolean isOf(Payment payment) {
        return reference.equals(payment.reference())
                && direction == payment.direction()
                && loanId.equals(payment.loanId())
                && amountFen == payment.amountFen()
                && accountNumber.equals(payment.accountNumber());
    }

    /** Account numbers stay out of logs. */
    @Override
    public String toString() {
        return "Booking[" + reference + ", " + bookingNumber + "]";
    }
}
