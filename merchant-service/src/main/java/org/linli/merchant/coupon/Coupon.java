package org.linli.merchant.coupon;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.StockLevel;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** One coupon of one person. Time decides about expiry; that it was told to others is all that is written down. */
@Document(Coupons.COLLECTION)
@TypeAlias("coupon")
public class Coupon extends ShownCoupon {
    private static final String REDEMPTION_SEPARATOR = "-";
    private static final String GIFT = "gift";

    private int redemptions;
    private @Nullable Redemption redemption;
    private @Nullable Reversal reversal;
    private boolean expiryTold;

    @PersistenceCreator
    Coupon(
            String id,
            String offerId,
            String merchantId,
            String consumerId,
            String title,
            String merchantName,
            @Nullable String organisationPath,
            Instant validUntil,
            Instant claimedAt,
            String claimId,
            String keyScope,
            String bodyHash) {
        super(
                id,
                offerId,
                merchantId,
                consumerId,
                title,
                merchantName,
                organisationPath,
                validUntil,
                claimedAt,
                claimId,
                keyScope,
                bodyHash);
    }

    /** The coupon that a reservation stands for: the same whoever finishes the claim. */
    static Coupon claimed(
            String couponId,
            ClaimableOffer offer,
            String merchantName,
            @Nullable String organisationPath,
            Reservation reservation,
            StockLevel level) {
        Coupon coupon = new Coupon(
                couponId,
                offer.offerId(),
                offer.merchantId(),
                reservation.consumerId(),
                offer.title(),
                merchantName,
                organisationPath,
                offer.validUntil(),
                reservation.at(),
                reservation.claimId(),
                reservation.keyScope(),
                reservation.bodyHash());
        coupon.raise(
                new CouponEvent.Claimed(
                        couponId,
                        offer.offerId(),
                        offer.merchantId(),
                        reservation.consumerId(),
                        reservation.at(),
                        offer.validUntil(),
                        level.remaining(),
                        level.revision()),
                reservation.at());
        return coupon;
    }

    @Override
    public CouponStatus statusAt(Instant now) {
        if (redemption != null) {
            return CouponStatus.REDEEMED;
        }
        if (gift != null && gift.isAccepted()) {
            return CouponStatus.GIVEN;
        }
        return validUntil.isAfter(now) && !expiryTold ? CouponStatus.CLAIMED : CouponStatus.EXPIRED;
    }

    /**
     * Redeems; the caller has made sure that it is claimed, valid and shown.
     *
     * @param billFen what the customer paid, when the cashier said so
     */
    public Redemption redeem(String cashierId, @Nullable Long billFen, String requestScope, Instant now) {
        return redeem(cashierId, billFen, null, requestScope, now, now);
    }

    /**
     * The same, handed in later than the code was scanned: what counts is whether the coupon was valid then.
     *
     * @param subsidyFen what the bank adds, which no later change of the offer touches; null = nothing
     */
    public Redemption redeem(
            String cashierId,
            @Nullable Long billFen,
            @Nullable Long subsidyFen,
            String requestScope,
            Instant scannedAt,
            Instant now) {
        if (statusAt(scannedAt) != CouponStatus.CLAIMED || isOnOffer(now)) {
            throw new IllegalStateException("coupon " + id() + " is " + statusAt(scannedAt));
        }
        redemptions++;
        Redemption done = new Redemption(
                id() + REDEMPTION_SEPARATOR + redemptions,
                cashierId,
                requestScope,
                now,
                billFen,
                scannedAt,
                subsidyFen);
        redemption = done;
        voidCodes(now);
        raise(
                new CouponEvent.Redeemed(
                        id(),
                        offerId,
                        merchantId,
                        consumerId,
                        done.redemptionId(),
                        cashierId,
                        now,
                        billFen,
                        subsidyFen),
                now);
        return done;
    }

    /** Takes the redemption back: the coupon may be used again as long as it is valid. */
    public Reversal reverse(String ownerId, String reason, String requestScope, Instant now) {
        if (redemption == null) {
            throw new IllegalStateException("coupon " + id() + " is not redeemed");
        }
        Reversal done = new Reversal(redemption.redemptionId(), ownerId, reason, requestScope, now);
        @Nullable Long subsidyFen = redemption.subsidyFen();
        reversal = done;
        redemption = null;
        raise(
                new CouponEvent.Reversed(
                        id(), offerId, merchantId, consumerId, done.redemptionId(), reason, now, subsidyFen),
                now);
        tellExpiry(now);
        return done;
    }

    /**
     * Tells, once, that the window closed and nobody had used it.
     *
     * @return false when there is nothing to tell: it is valid, was used, or this was told before
     */
    public boolean tellExpiry(Instant now) {
        if (expiryTold || statusAt(now) != CouponStatus.EXPIRED) {
            return false;
        }
        expiryTold = true;
        raise(new CouponEvent.Expired(id(), offerId, merchantId, consumerId, validUntil), now);
        return true;
    }

    /** The receiver's coupon: the same promise in another hand. It says from which it came, so it is made once. */
    Coupon received(String couponId, String receiverId, Instant at) {
        Coupon received = new Coupon(
                couponId,
                offerId,
                merchantId,
                receiverId,
                title,
                merchantName,
                organisationPath,
                validUntil,
                at,
                giftClaimId(),
                giftClaimId(),
                GIFT);
        received.raise(new CouponEvent.Received(couponId, offerId, merchantId, receiverId, id(), at, validUntil), at);
        return received;
    }

    /** Names this coupon's gift where a claim's id would stand. */
    String giftClaimId() {
        return GIFT + REDEMPTION_SEPARATOR + id();
    }

    /** Whether it came into being as a gift, and so took nothing from the stock. */
    boolean wasReceived() {
        return bodyHash.equals(GIFT);
    }

    /** The coupon that a redemption id names; empty for a text that names none. */
    public static Optional<String> idOfRedemption(String redemptionId) {
        int end = redemptionId.lastIndexOf(REDEMPTION_SEPARATOR);
        return end <= 0 ? Optional.empty() : Optional.of(redemptionId.substring(0, end));
    }

    public Optional<Redemption> redemption() {
        return Optional.ofNullable(redemption);
    }

    public Optional<Reversal> reversal() {
        return Optional.ofNullable(reversal);
    }

    /** A claim keeps its own record, this document and its event; what the shop does with it is for the trail. */
    @Override
    protected AuditView audit() {
        if (redemptions == 0 && !giftsSeen) {
            return AuditView.NONE;
        }
        AuditView view = AuditView.of("coupon", organisationPath == null ? "/hq/" : organisationPath)
                .with("merchantId", merchantId)
                .with("offerId", offerId)
                .with("redemptions", redemptions)
                .with("gift", gift == null ? null : gift.state());
        if (redemption != null) {
            return view.with("status", CouponStatus.REDEEMED).with("redemptionId", redemption.redemptionId());
        }
        return view.with("status", gift != null && gift.isAccepted() ? CouponStatus.GIVEN : CouponStatus.CLAIMED)
                .because(reversal == null ? null : reversal.reason());
    }
}
