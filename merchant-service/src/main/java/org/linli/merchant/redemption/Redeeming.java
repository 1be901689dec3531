package org.linli.merchant.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.CouponStatus;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.coupon.Redemption;
import org.linli.merchant.coupon.Reversal;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.redemption.RedemptionResult.CodeShown;
import org.linli.merchant.redemption.RedemptionResult.Reason;
import org.linli.merchant.redemption.RedemptionResult.Redeemed;
import org.linli.merchant.redemption.RedemptionResult.Refused;
import org.linli.merchant.redemption.RedemptionResult.Reversed;
import org.springframework.stereotype.Service;

/** Shows codes, redeems and reverses; each decision is one atomic write of the coupon. */
@Service
class Redeeming {
    private final Coupons coupons;
    private final OfferShelf shelf;
    private final RedemptionCodes codes;
    private final RedemptionSettings settings;
    private final Clock clock;

    Redeeming(Coupons coupons, OfferShelf shelf, RedemptionCodes codes, RedemptionSettings settings, Clock clock) {
        this.coupons = coupons;
        this.shelf = shelf;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new code for the consumer to show; the ones before it are void from now on. */
    RedemptionResult showCode(String consumerId, String couponId) {
        Instant now = now();
        Optional<Coupon> own =
                coupons.find(couponId).filter(coupon -> coupon.consumerId().equals(consumerId));
        if (own.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_COUPON);
        }
        Optional<RedemptionResult> unusable = unusable(own.get(), now);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        RedemptionCode code = codes.create(couponId, now.plus(settings.codeLifetime()));
        return change(
                couponId,
                coupon -> unusable(coupon, now).orElseGet(() -> {
                    coupon.show(code.code());
                    return new CodeShown(code);
                }));
    }

    /** Redeems the coupon behind the code, for one of the merchant's own cashiers. */
    RedemptionResult redeem(String code, @Nullable Long billFen, String merchantId, String cashierId, String keyScope) {
        Optional<RedemptionCode> shown = codes.find(code);
        if (shown.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_CODE);
        }
        return change(
                shown.get().couponId(),
                coupon -> redeem(coupon, shown.get(), billFen, merchantId, cashierId, keyScope, now()));
    }

    private RedemptionResult redeem(
            Coupon coupon,
            RedemptionCode shown,
            @Nullable Long billFen,
            String merchantId,
            String cashierId,
            String keyScope,
            Instant now) {
        if (!coupon.merchantId().equals(merchantId)) {
            return RedemptionResult.refused(Reason.WRONG_MERCHANT);
        }
        Optional<Redemption> done = coupon.redemption();
        if (done.isPresent() && done.get().keyScope().equals(keyScope)) {
            return new Redeemed(coupon, done.get());
        }
        return unusable(coupon, now)
                .orElseGet(() -> shown.isExpired(now) || !coupon.isOpenedBy(shown.code())
                        ? RedemptionResult.refused(Reason.CODE_EXPIRED)
                        : new Redeemed(coupon, coupon.redeem(cashierId, billFen, keyScope, now)));
    }

    /** Takes a redemption back, for the merchant's owner. */
    RedemptionResult reverse(String redemptionId, String merchantId, String ownerId, String reason, String keyScope) {
        return Coupon.idOfRedemption(redemptionId)
                .flatMap(coupons::find)
                .filter(coupon -> coupon.merchantId().equals(merchantId))
                .map(coupon ->
                        change(coupon.id(), fresh -> reverse(fresh, redemptionId, ownerId, reason, keyScope, now())))
                .orElseGet(() -> RedemptionResult.refused(Reason.UNKNOWN_REDEMPTION));
    }

    private RedemptionResult reverse(
            Coupon coupon, String redemptionId, String ownerId, String reason, String keyScope, Instant now) {
        Optional<Reversal> done =
                coupon.reversal().filter(reversal -> reversal.redemptionId().equals(redemptionId));
        if (done.isPresent()) {
            return done.get().keyScope().equals(keyScope)
                    ? new Reversed(coupon, done.get())
                    : RedemptionResult.refused(Reason.NOT_REDEEMED);
        }
        Optional<Redemption> redemption =
                coupon.redemption().filter(current -> current.redemptionId().equals(redemptionId));
        if (redemption.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_REDEMPTION);
        }
        if (redemption.get().at().plus(settings.reversalWindow()).isBefore(now)) {
            return RedemptionResult.refused(Reason.WINDOW_CLOSED);
        }
        return new Reversed(coupon, coupon.reverse(ownerId, reason, keyScope, now));
    }

    private Optional<RedemptionResult> unusable(Coupon coupon, Instant now) {
        CouponStatus status = coupon.statusAt(now);
        return switch (status) {
            case CLAIMED -> offerForbids(coupon, now);
            case REDEEMED -> Optional.of(RedemptionResult.refused(Reason.ALREADY_REDEEMED));
            case EXPIRED -> Optional.of(RedemptionResult.refused(Reason.COUPON_EXPIRED));
        };
    }

    /** What the offer says about its coupons at this moment (rule M-2): its pause, its weekly hours. */
    private Optional<RedemptionResult> offerForbids(Coupon coupon, Instant now) {
        return switch (shelf.redeemable(coupon.offerId(), now)) {
            case YES -> Optional.empty();
            case SUSPENDED -> Optional.of(RedemptionResult.refused(Reason.OFFER_SUSPENDED));
            case OUTSIDE_HOURS -> Optional.of(RedemptionResult.refused(Reason.OUTSIDE_HOURS));
        };
    }

    private RedemptionResult change(String couponId, Function<Coupon, RedemptionResult> decision) {
        return coupons.change(couponId, decision, result -> !(result instanceof Refused))
                .orElseGet(() -> RedemptionResult.refused(Reason.UNKNOWN_COUPON));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
