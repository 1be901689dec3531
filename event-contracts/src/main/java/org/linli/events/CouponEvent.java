package org.linli.events;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /**
     * @param billFen what the customer paid, as the cashier said it; absent when nobody did
     * @param subsidyFen what the bank adds to this redemption, as promised when it happened; absent for nothing
     */
    record Redeemed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String redemptionId,
            String cashierId,
            Instant redeemedAt,
            @Nullable Long billFen,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long subsidyFen)
            implements CouponEvent {}

    /** @param subsidyFen what the bank had promised to the redemption that is taken back; absent for nothing */
    record Reversed(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String redemptionId,
            String reason,
            Instant reversedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long subsidyFen)
            implements CouponEvent {}

    /**
     * Its window closed and nobody had used it: once in a coupon's life, the last thing that happens to it. Told some
     * hours after the window, when no redemption can be handed in late any more.
     */
    record Expired(String couponId, String offerId, String merchantId, String consumerId, Instant validUntil)
            implements CouponEvent {}

    /** Its holder offers it to whoever brings the link, until then; the holder cannot use it meanwhile. */
    record GiftOffered(
            String couponId, String offerId, String merchantId, String consumerId, Instant offeredAt, Instant until)
            implements CouponEvent {}

    /** The holder has it back: by taking the gift back, or because who took it holds as many as one person may. */
    record GiftWithdrawn(String couponId, String offerId, String merchantId, String consumerId, Instant withdrawnAt)
            implements CouponEvent {}

    /** Somebody took the gift: the giver's coupon is used up, and {@link Received} follows for the receiver's. */
    record GiftAccepted(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String receiverId,
            Instant acceptedAt)
            implements CouponEvent {}

    /**
     * A coupon that came into being as a gift: it takes the place of the giver's and costs no stock.
     *
     * @param consumerId the receiver
     * @param fromCouponId the giver's
     */
    record Received(
            String couponId,
            String offerId,
            String merchantId,
            String consumerId,
            String fromCouponId,
            Instant receivedAt,
            Instant validUntil)
            implements CouponEvent {}
}
