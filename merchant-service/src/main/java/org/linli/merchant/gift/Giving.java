package org.linli.merchant.gift;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.CouponStatus;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.coupon.Gift;
import org.linli.merchant.coupon.HandingOver;
import org.linli.merchant.coupon.Wallet;
import org.linli.merchant.gift.GiftResult.Accepted;
import org.linli.merchant.gift.GiftResult.Offered;
import org.linli.merchant.gift.GiftResult.Reason;
import org.linli.merchant.gift.GiftResult.Refused;
import org.linli.merchant.gift.GiftResult.Withdrawn;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.springframework.stereotype.Service;

/** Offers a coupon to a friend, takes it back, and takes one. */
@Service
class Giving {
    private final Wallet wallet;
    private final Coupons coupons;
    private final HandingOver handingOver;
    private final OfferShelf shelf;
    private final GiftSettings settings;
    private final Clock clock;

    Giving(
            Wallet wallet,
            Coupons coupons,
            HandingOver handingOver,
            OfferShelf shelf,
            GiftSettings settings,
            Clock clock) {
        this.wallet = wallet;
        this.coupons = coupons;
        this.handingOver = handingOver;
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a link; who lost it takes the gift back and makes another. */
    GiftResult offer(String consumerId, String couponId) {
        Optional<Coupon> own = wallet.find(consumerId, couponId);
        if (own.isEmpty()) {
            return GiftResult.refused(Reason.UNKNOWN_COUPON);
        }
        if (!shelf.giftable(own.get().offerId())) {
            return GiftResult.refused(Reason.NOT_GIFTABLE);
        }
        GiftToken token = GiftToken.create(couponId);
        Instant now = now();
        Instant latest = now.plus(settings.openFor());
        Instant until = latest.isAfter(own.get().validUntil()) ? own.get().validUntil() : latest;
        boolean offered = coupons.change(
                        couponId, coupon -> coupon.offerAsGift(token.hash(), until, now), worth -> worth)
                .orElse(false);
        return offered ? new Offered(token.text(), until) : GiftResult.refused(Reason.NOT_USABLE);
    }

    /** Only before somebody took it; a repeat, or one after its time, finds it at home. */
    GiftResult withdraw(String consumerId, String couponId) {
        if (wallet.find(consumerId, couponId).isEmpty()) {
            return GiftResult.refused(Reason.UNKNOWN_COUPON);
        }
        return coupons.change(couponId, coupon -> withdraw(coupon), result -> result.changed)
                .map(outcome -> outcome.result)
                .orElseGet(() -> GiftResult.refused(Reason.UNKNOWN_COUPON));
    }

    private record Outcome(GiftResult result, boolean changed) {}

    private Outcome withdraw(Coupon coupon) {
        if (coupon.statusAt(now()) == CouponStatus.GIVEN) {
            return new Outcome(GiftResult.refused(Reason.TAKEN), false);
        }
        return new Outcome(new Withdrawn(), coupon.withdrawGift(now()));
    }

    /** Takes the gift; whoever took it before gets the same answer again. */
    GiftResult accept(String receiverId, String text) {
        GiftToken token = GiftToken.parse(text).orElse(null);
        Coupon gift = token == null ? null : coupons.find(token.couponId()).orElse(null);
        if (token == null || gift == null || !isOf(gift, token)) {
            return GiftResult.refused(Reason.UNKNOWN_GIFT);
        }
        if (wallet.find(receiverId, gift.id()).isPresent()) {
            return GiftResult.refused(Reason.OWN_GIFT);
        }
        // In this order: who took it before may have no room left because of it.
        boolean room = handingOver.hasRoom(receiverId, gift.offerId(), perPersonLimit(gift));
        if (!room && !takenBy(coupons.find(gift.id()).orElseThrow(), receiverId)) {
            return GiftResult.refused(Reason.PER_PERSON_LIMIT_REACHED);
        }
        GiftResult taken = coupons.change(gift.id(), coupon -> take(coupon, token, receiverId), Outcome::changed)
                .map(Outcome::result)
                .orElseGet(() -> GiftResult.refused(Reason.UNKNOWN_GIFT));
        return taken instanceof Refused ? taken : finish(gift.id(), receiverId);
    }

    private Outcome take(Coupon coupon, GiftToken token, String receiverId) {
        if (!isOf(coupon, token)) {
            return new Outcome(GiftResult.refused(Reason.UNKNOWN_GIFT), false);
        }
        if (takenBy(coupon, receiverId)) {
            return new Outcome(new Accepted(coupon), false);
        }
        if (coupon.acceptGift(receiverId, now())) {
            return new Outcome(new Accepted(coupon), true);
        }
        Reason reason = coupon.statusAt(now()) == CouponStatus.GIVEN ? Reason.TAKEN : Reason.NOT_OPEN;
        return new Outcome(GiftResult.refused(reason), false);
    }

    /** The second step, also of an acceptance that was cut off before it; any number may do it. */
    GiftResult finish(String couponId, String receiverId) {
        Coupon given = coupons.find(couponId)
                .filter(coupon -> takenBy(coupon, receiverId))
                .orElse(null);
        Instant acceptedAt =
                given == null ? null : given.gift().map(Gift::acceptedAt).orElse(null);
        if (given == null || acceptedAt == null) {
            return GiftResult.refused(Reason.PER_PERSON_LIMIT_REACHED);
        }
        return handingOver
                .finish(given, receiverId, acceptedAt, perPersonLimit(given))
                .<GiftResult>map(Accepted::new)
                .orElseGet(() -> GiftResult.refused(Reason.PER_PERSON_LIMIT_REACHED));
    }

    private int perPersonLimit(Coupon coupon) {
        return shelf.claimable(coupon.offerId(), now())
                .map(ClaimableOffer::perPersonLimit)
                .orElseThrow();
    }

    private static boolean isOf(Coupon coupon, GiftToken token) {
        return coupon.gift()
                .filter(gift -> gift.secretHash().equals(token.hash()))
                .isPresent();
    }

    private static boolean takenBy(Coupon coupon, String receiverId) {
        return coupon.gift()
                .filter(gift -> receiverId.equals(gift.acceptedBy()))
                .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
