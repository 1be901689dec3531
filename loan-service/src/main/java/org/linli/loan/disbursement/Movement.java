package org.linli.loan.disbursement;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.loan.corebank.Booking;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;

/**
 * One movement of money on its way through the core bank. It is stored before anything is sent; {@code sent} is stored
 * before each sending, so that whoever finds it set asks what became of it instead of sending again.
 *
 * @param reference ours and unique; makes the bank book once
 * @param sent something may have reached the bank
 * @param doubtful the bank once answered with something else under this reference: never sent again
 * @param nextTryAt when to try again, or until when an attempt has it for itself
 * @param trouble what came instead of an answer, or the reason of a refusal
 */
record Movement(
        String reference,
        State state,
        boolean sent,
        boolean doubtful,
        int tries,
        Instant nextTryAt,
        @Nullable String trouble,
        @Nullable String bookingNumber,
        @Nullable Instant bookedAt) {
    /** The bank's clock may differ from ours, but not by more than this. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    enum State {
        ORDERED,
        BOOKED,
        /** Certainly not booked. */
        REFUSED,
        /** The bank speaks of another payment under our reference: a person has to look. */
        HELD
    }

    static Movement ordered(String reference, Instant at) {
        return new Movement(reference, State.ORDERED, false, false, 0, at, null, null, null);
    }

    boolean isDue(Instant at) {
        return state == State.ORDERED && !nextTryAt.isAfter(at);
    }

    Movement begun(Instant until) {
        return new Movement(reference, state, true, doubtful, tries + 1, until, trouble, null, null);
    }

    /** @param payment what the bank was asked for; an answer about anything else is held and never booked */
    Movement heard(CoreBankAnswer answer, Payment payment, Instant at, Duration wait) {
        if (state != State.ORDERED) {
            return this;
        }
        if (answer instanceof CoreBankAnswer.Booked booked) {
            return isPlausible(booked.booking(), payment, at) ? booked(booked.booking()) : held("other-payment", at);
        }
        if (answer instanceof CoreBankAnswer.Refused refused) {
            return new Movement(reference, State.REFUSED, sent, doubtful, tries, at, refused.code(), null, null);
        }
        if (answer instanceof CoreBankAnswer.NotThere && doubtful) {
            return held("gone-after-doubt", at);
        }
        String why = answer instanceof CoreBankAnswer.Unknown unknown ? unknown.trouble() : "not-there";
        return new Movement(reference, state, sent, doubtful, tries, at.plus(wait), why, null, null);
    }

    private static boolean isPlausible(Booking booking, Payment payment, Instant at) {
        return booking.isOf(payment) && !booking.bookedAt().isAfter(at.plus(CLOCKS_DIFFER));
    }

    private Movement booked(Booking booking) {
        return new Movement(
                reference,
                State.BOOKED,
                true,
                doubtful,
                tries,
                nextTryAt,
                null,
                booking.bookingNumber(),
                booking.bookedAt());
    }

    private Movement held(String why, Instant at) {
        return new Movement(reference, State.HELD, true, true, tries, at, why, null, null);
    }

    /** A person had a look and wants the bank to be asked once more. */
    Movement askedAgain(Instant at) {
        return state == State.HELD
                ? new Movement(reference, State.ORDERED, true, true, tries, at, trouble, null, null)
                : this;
    }
}
