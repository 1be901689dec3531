package org.linli.loan.disbursement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Taking a disbursement back.
 *
 * @param attempt counts the requests
 * @param confirmedBy the second pair of eyes
 * @param movement the money's way back, once confirmed
 */
record Reversal(
        int attempt,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String confirmedBy,
        @Nullable Movement movement) {
    Reversal confirmed(String by, Movement ordered) {
        return new Reversal(attempt, reason, requestedBy, requestedAt, by, ordered);
    }

    Reversal with(Movement changed) {
        return new Reversal(attempt, reason, requestedBy, requestedAt, confirmedBy, changed);
    }

    /** Why somebody did something may name people. */
    @Override
    public String toString() {
        return "Reversal[" + attempt + "]";
    }
}
