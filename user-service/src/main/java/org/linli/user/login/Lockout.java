package org.linli.user.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How long someone waits after wrong passwords in a row: not at all for the first few, then doubling up to a bound, so
 * that guessing is hopeless and the owner is never shut out for long.
 */
record Lockout(int freeAttempts, Duration firstPause, Duration longestPause) {
    /** A failure this old has nothing to do with the next one. */
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    /** Wrong passwords in a row, and when the last one came. */
    record Failures(int count, Instant lastAt) {
        static final Failures NONE = new Failures(0, Instant.EPOCH);
    }

    /** Zero when the next attempt may be made now. */
    Duration remaining(Failures failures, Instant now) {
        Duration left = Duration.between(now, failures.lastAt().plus(pauseAfter(failures.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration pauseAfter(int count) {
        if (count < freeAttempts) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - freeAttempts, 30);
        long millis = Math.min(firstPause.toMillis() << doublings, longestPause.toMillis());
        return Duration.ofMillis(millis);
    }

    /** Whether the next failure is the first of a new row. */
    boolean isForgotten(Failures failures, Instant now) {
        return failures.lastAt().plus(FORGOTTEN).isBefore(now);
    }
}
