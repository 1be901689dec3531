package org.linli.merchant.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the coupon feature needs to know of an offer.
 *
 * @param dailyLimit how many may be claimed on one day in all; null = any number
 * @param segmentId whom it is meant for; null = everybody
 * @param claimable whether a coupon may be claimed at the moment that was asked for
 */
public record ClaimableOffer(
        String offerId,
        String merchantId,
        String title,
        Instant validUntil,
        int perPersonLimit,
        @Nullable DailyLimit dailyLimit,
        @Nullable String segmentId,
        boolean claimable) {

    /** One for everybody, on any day. */
    public ClaimableOffer(
            String offerId,
            String merchantId,
            String title,
            Instant validUntil,
            int perPersonLimit,
            boolean claimable) {
        this(offerId, merchantId, title, validUntil, perPersonLimit, null, null, claimable);
    }

    /** How many may be claimed on one day in all, where a number stands for any number. */
    public int dailyLimitOr(int anyNumber) {
        return dailyLimit == null ? anyNumber : dailyLimit.coupons();
    }
}
