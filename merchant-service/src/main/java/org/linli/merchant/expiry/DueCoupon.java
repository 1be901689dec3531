package org.linli.merchant.expiry;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry of the index by end of window: its id begins with the moment, so those that are due are one range of ids.
 */
@Document(DueCoupons.COLLECTION)
@TypeAlias("due-coupon")
record DueCoupon(@Id String id, String couponId) {
    static DueCoupon at(Instant validUntil, String couponId) {
        return new DueCoupon(prefix(validUntil) + "-" + couponId, couponId);
    }

    /** Sorts like the moments themselves, up to the year 2286. */
    static String prefix(Instant moment) {
        return String.format("%013d", moment.toEpochMilli());
    }
}
