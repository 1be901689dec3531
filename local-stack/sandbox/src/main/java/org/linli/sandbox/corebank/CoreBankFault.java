package org.linli.sandbox.corebank;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next payments, after what {@code /sandbox/faults} does to every call of the target {@code
 * corebank}.
 *
 * @param loanId only payments of this loan; any when left out
 * @param millis how long an answer is late (default 10,000)
 * @param times how many payments are hit (default 1)
 */
record CoreBankFault(
        Kind kind,
        @Nullable String loanId,
        @Nullable Long millis,
        @Nullable Integer times) {
    private static final long LATEST_MILLIS = 120_000;
    private static final long LATE_MILLIS = 10_000;
    private static final int MOST_TIMES = 10_000;

    enum Kind {
        /** Booked; the answer comes too late. */
        @JsonProperty("answer-late")
        ANSWER_LATE,
        /** Booked; the answer is an error. */
        @JsonProperty("answer-lost")
        ANSWER_LOST,
        /** Booked; the answer names another loan. */
        @JsonProperty("another-loan")
        ANOTHER_LOAN,
        /** Booked; the answer names another amount. */
        @JsonProperty("another-amount")
        ANOTHER_AMOUNT,
        /** Never booked: 422 {@code account-closed}. */
        @JsonProperty("refused")
        REFUSED,
        /** Not booked: 503. */
        @JsonProperty("down")
        DOWN
    }

    CoreBankFault {
        if (millis != null && (millis < 0 || millis > LATEST_MILLIS)) {
            throw new IllegalArgumentException("millis: " + millis + " (expected: 0.." + LATEST_MILLIS + ")");
        }
        if (times != null && (times < 1 || times > MOST_TIMES)) {
            throw new IllegalArgumentException("times: " + times + " (expected: 1.." + MOST_TIMES + ")");
        }
    }

    boolean hits(PaymentOrder order) {
        return loanId == null || loanId.equals(order.loanId());
    }

    long lateMillis() {
        return millis == null ? LATE_MILLIS : millis;
    }

    int left() {
        return times == null ? 1 : times;
    }

    CoreBankFault once() {
        return new CoreBankFault(kind, loanId, millis, left() - 1);
    }
}
