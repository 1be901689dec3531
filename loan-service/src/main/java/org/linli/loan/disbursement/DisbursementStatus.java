package org.linli.loan.disbursement;

/** How far a disbursement is. */
enum DisbursementStatus {
    /** A draw that has not yet its share of the limit. */
    RESERVING,
    /** Stored, on its way through the core bank. */
    PAYING,
    /** The money has moved; the loan is being opened. */
    PAID,
    /** The loan stands. */
    DONE,
    /** The core bank refused; a loan may be ordered again, a draw gives its share back. */
    REFUSED,
    /** The core bank speaks of something else: nothing is booked until a person has looked. */
    HELD,
    /** A draw that came to nothing. */
    CANCELLED,
    /** One clerk wants it back; a second one has to agree. */
    REVERSAL_REQUESTED,
    REVERSING,
    /** The money is back; the loan is being closed. */
    TAKEN_BACK,
    REVERSED,
    REVERSAL_HELD
}
