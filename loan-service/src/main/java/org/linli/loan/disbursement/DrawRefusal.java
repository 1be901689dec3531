package org.linli.loan.disbursement;

import org.linli.loan.loan.DrawReservation;

/** Why a line gives nothing. */
enum DrawRefusal {
    LIMIT_EXCEEDED("credit-line-exceeded"),
    EXPIRED("credit-line-expired"),
    DUE_AFTER_EXPIRY("due-after-line-expiry"),
    TOO_MANY_DRAWS("too-many-open-draws"),
    NO_LINE("no-credit-line");

    private final String code;

    DrawRefusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a reservation that is none */
    static DrawRefusal of(DrawReservation answer) {
        if (answer instanceof DrawReservation.LimitExceeded) {
            return LIMIT_EXCEEDED;
        }
        if (answer instanceof DrawReservation.Expired) {
            return EXPIRED;
        }
        if (answer instanceof DrawReservation.DueAfterExpiry) {
            return DUE_AFTER_EXPIRY;
        }
        if (answer instanceof DrawReservation.TooManyDraws) {
            return TOO_MANY_DRAWS;
        }
        if (answer instanceof DrawReservation.NoLine) {
            return NO_LINE;
        }
        throw new IllegalArgumentException("not a refusal: " + answer);
    }
}
