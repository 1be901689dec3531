package org.linli.merchant.gift;

import java.time.Instant;
import org.linli.merchant.coupon.Coupon;

/** What became of a gift. */
sealed interface GiftResult {
    /** @param token for the link: whoever brings it first gets the coupon */
    record Offered(String token, Instant until) implements GiftResult {}

    record Withdrawn() implements GiftResult {}

    /** @param coupon the receiver's own */
    record Accepted(Coupon coupon) implements GiftResult {}

    record Refused(Reason reason) implements GiftResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN_COUPON,
        UNKNOWN_GIFT,
        NOT_GIFTABLE,
        NOT_USABLE,
        NOT_OPEN,
        TAKEN,
        OWN_GIFT,
        PER_PERSON_LIMIT_REACHED
    }

    static GiftResult refused(Reason reason) {
        return new Refused(reason);
    }
}
