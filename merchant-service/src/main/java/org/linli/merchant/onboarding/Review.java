package org.linli.merchant.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * The bank's look at a merchant, in the merchant's own document: so of two reviewers who claim it at the same moment one
 * finds the document changed.
 *
 * @param waitingSince set while a decision is due
 * @param wanted what the applicant is asked for; of the last time
 */
record Review(
        @Indexed(sparse = true) @Nullable Instant waitingSince,
        @Nullable ReviewClaim claim,
        List<Want> wanted,
        @Nullable Instant decidedAt,
        @Nullable String reason) {
    static final Review NONE = new Review(null, null, List.of(), null, null);

    static Review waiting(Instant since) {
        return new Review(since, null, List.of(), null, null);
    }

    /** Answered what was asked; the reviewer still sees what that was. */
    Review waitingAgain(Instant since) {
        return new Review(since, null, wanted, null, null);
    }

    Review decided(@Nullable String why, Instant now) {
        return new Review(null, null, List.of(), now, why);
    }

    Review asking(List<Want> more, Instant now) {
        return new Review(null, null, List.copyOf(more), now, null);
    }

    Review claimed(@Nullable ReviewClaim by) {
        return new Review(waitingSince, by, wanted, decidedAt, reason);
    }

    boolean isWaiting() {
        return waitingSince != null;
    }

    /** The claim that holds now; null when nobody has the case. */
    @Nullable ReviewClaim claimAt(Instant now) {
        return claim != null && claim.holdsAt(now) ? claim : null;
    }

    /** Somebody else's claim that holds now. */
    @Nullable ReviewClaim claimAgainst(String reviewer, Instant now) {
        ReviewClaim holding = claimAt(now);
        return holding == null || holding.reviewer().equals(reviewer) ? null : holding;
    }
}
