package org.linli.merchant.review;

import java.util.List;
import org.linli.merchant.foureyes.FourEyes;

/** What became of a review, its reply or a decision on it. */
sealed interface ReviewResult {
    record Done(Review review) implements ReviewResult {}

    record Refused(Reason reason) implements ReviewResult {}

    /** The owner's reply goes out at once, so it carries none of these. */
    record Sensitive(List<String> words) implements ReviewResult {}

    record Conflict(FourEyes.Reason reason) implements ReviewResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        NOT_REDEEMED,
        ALREADY_REVIEWED,
        ILLEGAL_STATE
    }

    static ReviewResult refused(Reason reason) {
        return new Refused(reason);
    }
}
