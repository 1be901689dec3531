package org.linli.loan.corebank;

/**
 * What the bank is asked to do; money in fen.
 *
 * @param reference ours, stored before it is sent, the same for every repetition
 * @param accountNumber whose account is credited, or debited when a disbursement is taken back
 */
public record Payment(
        String reference,
        Direction direction,
        String loanId,
        long amountFen,
        String accountName,
        String accountNumber,
        String bankName) {
    public enum Direction {
        DISBURSEMENT,
        REVERSAL
    }

    /** Names and account numbers stay out of logs. */
    @Override
    public String toString() {
        return "Payment[" + reference + "]";
    }
}
