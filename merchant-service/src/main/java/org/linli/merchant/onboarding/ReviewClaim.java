package org.linli.merchant.onboarding;

import java.time.Instant;

/** A reviewer has taken the case on; it comes free by itself at {@code until} (exclusive). */
record ReviewClaim(String reviewer, Instant until) {
    boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }
}
