package org.linli.merchant.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one prize.
 *
 * @param couponId null for other rewards, and when the offer gave no coupon
 * @param validUntil of the coupon
 * @param problem the code of why there is no coupon; null when all is well
 */
record Delivery(
        String prizeId,
        @Nullable String couponId,
        @Nullable Instant validUntil,
        @Nullable String problem) {}
