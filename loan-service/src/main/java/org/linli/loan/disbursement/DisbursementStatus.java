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
    /** The loan is closed and its case waits for its money again. */
    REVERSED,
    /** Nothing is to be paid under this contract: a new one is signed first. */
    SET_ASIDE,
    /** A line was opened; its draws move money, it does not. */
    LINE,
    REVERSAL_HELD;

    /** Nothing is on its way, and nothing is paid that was not taken back. */
    boolean isAtRest() {
        return this == REFUSED || this == REVERSED || this == SET_ASIDE;
    }

    /** Where the end of a movement leads. */
    DisbursementStatus after(Movement.State end) {
        boolean back = this == REVERSING;
        return switch (end) {
            case ORDERED -> this;
            case BOOKED -> back ? TAKEN_BACK : PAID;
            case REFUSED -> back ? DONE : REFUSED;
            case HELD -> back ? REVERSAL_HELD : HELD;
        };
    }

    /** Where it is once the loan knows of what the bank has booked. */
    DisbursementStatus done() {
        return switch (this) {
            case PAID -> DONE;
            case TAKEN_BACK -> REVERSED;
            default -> this;
        };
    }

    /** Whether there is something to do at once, without the bank. */
    boolean goesOn(boolean draw) {
        return this == PAID || this == TAKEN_BACK || this == REFUSED && draw;
    }
}
