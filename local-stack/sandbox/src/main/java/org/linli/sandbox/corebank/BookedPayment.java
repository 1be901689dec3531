package org.linli.sandbox.corebank;

import java.time.Instant;

/** A payment in the books: money that has moved. */
record BookedPayment(
        String reference,
        String direction,
        String loanId,
        long amountFen,
        String accountNumber,
        String bookingNumber,
        Instant bookedAt) {
    static BookedPayment of(PaymentOrder order, long number, Instant at) {
        return new BookedPayment(
                order.reference(),
                order.direction(),
                order.loanId(),
                order.amountFen(),
                order.accountNumber(),
                "CB%010d".formatted(number),
                at);
    }

    boolean isOf(PaymentOrder order) {
        return direction.equals(order.direction())
                && loanId.equals(order.loanId())
                && amountFen == order.amountFen()
                && accountNumber.equals(order.accountNumber());
    }

    BookedPayment forLoan(String other) {
        return new BookedPayment(reference, direction, other, amountFen, accountNumber, bookingNumber, bookedAt);
    }

    BookedPayment ofAmount(long other) {
        return new BookedPayment(reference, direction, loanId, other, accountNumber, bookingNumber, bookedAt);
    }
}
