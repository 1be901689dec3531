package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * One coupon in someone's hands. The same event, however often and whenever it comes, makes the same deal.
 *
 * @param claimed day; null while only the redemption was heard of
 * @param redeemed day; null when it is not redeemed, or no more
 * @param sequence number of the coupon's event that said so
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Deal(
        String couponId,
        String merchantId,
        @Nullable Integer claimed,
        @Nullable Integer redeemed,
        long sequence) {

    static Deal unknown(String couponId, String merchantId) {
        return new Deal(couponId, merchantId, null, null, 0);
    }

    Deal claimedOn(int day) {
        return new Deal(couponId, merchantId, day, redeemed, sequence);
    }

    /** The later of two words about the redemption counts. */
    Deal redeemedOn(@Nullable Integer day, long at) {
        return at <= sequence ? this : new Deal(couponId, merchantId, claimed, day, at);
    }

    /** What two histories of one coupon say together. */
    Deal and(Deal other) {
        Deal later = other.sequence > sequence ? other : this;
        return new Deal(
                couponId, merchantId, claimed == null ? other.claimed : claimed, later.redeemed, later.sequence);
    }

    /** Only a reversal has been heard of: what it reverses is still to come. */
    boolean isUntold() {
        return claimed == null && redeemed == null;
    }

    int latest() {
        int never = Integer.MIN_VALUE;
        return Math.max(claimed == null ? never : claimed, redeemed == null ? never : redeemed);
    }
}
