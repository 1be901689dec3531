package org.linli.events;

import java.time.Instant;

/** A coupon's life. */
public sealed interface CouponEvent extends DomainEvent {
    String couponId();

    String offerId();

    /**
     * @param stockLeft coupons left after this claim
     * @param stockRevision grows by one with every change of the offer's stock: of two claims the higher one knows the
     *     later {@code stockLeft}
     */
    record Claimed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            Instant claimedAt,
            Instant validUntil,
            int stockLeft,
            long stockRevision)
            implements CouponEvent {}

    record Redeemed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String redemptionId,
            String cashierId,
            Instant redeemedAt)
            implements CouponEvent {}

    record Reversed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String redemptionId,
            String reason,
            Instant reversedAt)
            implements CouponEvent {}
}
