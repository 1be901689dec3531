package org.linli.merchant.coupon;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;

/** What its holder does with a coupon: shows a code of it in the shop, or gives it to a friend. */
abstract class ShownCoupon extends HeldCoupon {
    /** The newest one. */
    private @Nullable String code;
    /** Codes shown until then open nothing, however late they are handed in. */
    private @Nullable Instant codesVoidUntil;

    @Nullable Gift gift;
    /** From then on the trail tells of it. */
    boolean giftsSeen;

    ShownCoupon(
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

    abstract CouponStatus statusAt(Instant now);

    /** Only the newest code opens the coupon. */
    public void show(String newCode) {
        code = newCode;
    }

    /** The newest code, for as long as it may open anything. */
    public Optional<String> shownCode() {
        return Optional.ofNullable(code);
    }

    /** Whether a code shown then was made void by what became of the coupon since. */
    public boolean hasVoided(@Nullable Instant shownAt) {
        return codesVoidUntil != null && (shownAt == null || !shownAt.isAfter(codesVoidUntil));
    }

    public boolean isOpenedBy(String shownCode) {
        return shownCode.equals(code);
    }

    void voidCodes(Instant now) {
        code = null;
        codesVoidUntil = now;
    }

    /**
     * Offers it to whoever brings the secret; until then nobody can use it, and what was shown of it is void.
     *
     * @return false when it is not there to be given: used, expired, given, or on offer already
     */
    public boolean offerAsGift(String secretHash, Instant until, Instant now) {
        if (statusAt(now) != CouponStatus.CLAIMED || isOnOffer(now)) {
            return false;
        }
        gift = Gift.offered(secretHash, now, until);
        giftsSeen = true;
        voidCodes(now);
        raise(new CouponEvent.GiftOffered(id(), offerId, merchantId, consumerId, now, until), now);
        return true;
    }

    /** Whether somebody could take it as a gift at this moment. */
    public boolean isOnOffer(Instant now) {
        return gift != null && gift.isOpen(now);
    }

    public Optional<Gift> gift() {
        return Optional.ofNullable(gift);
    }

    /** One person takes it, once; the caller has made sure that the secret is right. */
    public boolean acceptGift(String receiverId, Instant now) {
        if (statusAt(now) != CouponStatus.CLAIMED || !isOnOffer(now) || gift == null) {
            return false;
        }
        gift = gift.accepted(receiverId, now);
        raise(new CouponEvent.GiftAccepted(id(), offerId, merchantId, consumerId, receiverId, now), now);
        return true;
    }

    /** Takes the gift back before somebody took it. */
    public boolean withdrawGift(Instant now) {
        return isOnOffer(now) && endGift(now);
    }

    /** The receiver has no place for it: it is the giver's again. */
    boolean returnGift(String receiverId, Instant now) {
        return gift != null && receiverId.equals(gift.acceptedBy()) && endGift(now);
    }

    private boolean endGift(Instant now) {
        gift = null;
        raise(new CouponEvent.GiftWithdrawn(id(), offerId, merchantId, consumerId, now), now);
        return true;
    }
}
