package org.linli.merchant.coupon;

/** What became of a claim. */
sealed interface ClaimResult {
    record Claimed(Coupon coupon) implements ClaimResult {}

    record Refused(Reason reason) implements ClaimResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN_OFFER,
        OFFER_NOT_LIVE,
        NOT_IN_AUDIENCE,
        PER_PERSON_LIMIT_REACHED,
        SOLD_OUT,
        DAILY_LIMIT_REACHED,
        KEY_REUSED
    }

    static ClaimResult refused(Reason reason) {
        return new Refused(reason);
    }
}
