package org.linli.loan.corebank;

/** Moves money in the bank's books. Both calls come back within a time limit and throw nothing. */
public interface CoreBank {
    /**
     * Asks for a payment. The reference makes it unique: the bank books it once, however often it is asked for.
     * Whoever gets {@link CoreBankAnswer.Unknown} asks with {@link #inquire}, not by paying again.
     */
    CoreBankAnswer pay(Payment payment);

    /** What became of the payment with this reference. */
    CoreBankAnswer inquire(String reference);
}
