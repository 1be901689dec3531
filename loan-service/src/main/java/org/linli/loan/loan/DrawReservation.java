package org.linli.loan.loan;

import java.time.LocalDate;

/** Whether a line gives what is asked of it. */
public sealed interface DrawReservation {
    /** The amount is taken from the limit; also when it was before. */
    record Reserved() implements DrawReservation {}

    record LimitExceeded(long availableFen) implements DrawReservation {}

    record Expired(LocalDate expiresOn) implements DrawReservation {}

    /** The draw would fall due after the line ends. */
    record DueAfterExpiry(LocalDate expiresOn) implements DrawReservation {}

    record TooManyDraws(int most) implements DrawReservation {}

    record NoLine() implements DrawReservation {}
}
