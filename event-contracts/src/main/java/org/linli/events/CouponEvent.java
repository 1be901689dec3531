package org.linli.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A coupon's life. */
public sealed interface CouponEvent extends DomainEvent {
    String couponId();

    String offerId();

    String merchantId();

    String consumerId();

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

    /** @param billFen what the customer paid, as the cashier said it; absent when nobody did */
    record Redeemed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String redemptionId,
            String cashierId,
            Instant redeemedAt,
            @Nullable Long billFen)
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
