package org.linli.loan.disbursement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    Reversal confirmed(String disbursementId, String by, Instant at) {
        Movement ordered = Movement.ordered(disbursementId + "-R" + attempt, at);
        return new Reversal(attempt, reason, requestedBy, requestedAt, by, ordered);
    }

    /** The last one of all attempts, so that no reference is ever used twice; 0 without one. */
    static int last(List<Attempt> earlier, @Nullable Reversal now) {
        int before = earlier.stream()
                .map(Attempt::reversal)
                .filter(Objects::nonNull)
                .mapToInt(Reversal::attempt)
                .max()
                .orElse(0);
        return now == null ? before : Math.max(before, now.attempt());
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
