package org.linli.merchant.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.coupon.Wallet;
import org.linli.merchant.redemption.RedemptionResult.CodeShown;
import org.linli.merchant.redemption.RedemptionResult.Reason;
import org.linli.merchant.redemption.RedemptionResult.Refused;
import org.springframework.stereotype.Service;

/** The consumer's side: a code that opens the coupon for a short while, and only the newest one does. */
@Service
class ShowingCodes {
    private final Wallet wallet;
    private final Coupons coupons;
    private final RedemptionCodes codes;
    private final Usable usable;
    private final RedemptionSettings settings;
    private final Clock clock;

    ShowingCodes(
            Wallet wallet,
            Coupons coupons,
            RedemptionCodes codes,
            Usable usable,
            RedemptionSettings settings,
            Clock clock) {
        this.wallet = wallet;
        this.coupons = coupons;
        this.codes = codes;
        this.usable = usable;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new code for the consumer to show; the ones before it are void from now on. The old one's end is noted before
     * the new one opens: who dies in between leaves the coupon to the old one for what is left of its time.
     */
    RedemptionResult show(String consumerId, String couponId) {
        Instant now = now();
        Optional<Coupon> own = wallet.find(consumerId, couponId);
        if (own.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_COUPON);
        }
        Optional<RedemptionResult> unusable = usable.refusal(own.get(), now);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        RedemptionCode code = codes.create(couponId, now, now.plus(settings.codeLifetime()));
        return coupons.change(couponId, coupon -> show(coupon, code, now), result -> !(result instanceof Refused))
                .orElseGet(() -> RedemptionResult.refused(Reason.UNKNOWN_COUPON));
    }

    private RedemptionResult show(Coupon coupon, RedemptionCode code, Instant now) {
        return usable.refusal(coupon, now).orElseGet(() -> {
            coupon.shownCode().ifPresent(older -> codes.replace(older, now));
            coupon.show(code.code());
            return new CodeShown(code, coupon.merchantId());
        });
    }

    /** The code that opens the coupon now. */
    RedemptionResult newest(String consumerId, String couponId) {
        Optional<Coupon> own = wallet.find(consumerId, couponId);
        if (own.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_COUPON);
        }
        Coupon coupon = own.get();
        return usable.refusal(coupon, now())
                .orElseGet(() -> coupon.shownCode()
                        .flatMap(codes::find)
                        .filter(code -> !code.isExpired(now()))
                        .<RedemptionResult>map(code -> new CodeShown(code, coupon.merchantId()))
                        .orElseGet(() -> RedemptionResult.refused(Reason.CODE_EXPIRED)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
