package org.linli.merchant.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.coupon.Redemption;
import org.linli.merchant.coupon.Reversal;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.redemption.RedemptionResult.Reason;
import org.linli.merchant.redemption.RedemptionResult.Redeemed;
import org.linli.merchant.redemption.RedemptionResult.Refused;
import org.linli.merchant.redemption.RedemptionResult.Reversed;
import org.springframework.stereotype.Service;

/** The shop's side: redeems and reverses; each decision is one atomic write of the coupon. */
@Service
class Redeeming {
    private final Coupons coupons;
    private final RedemptionCodes codes;
    private final CodeSigning signing;
    private final Usable usable;
    private final OfferShelf shelf;
    private final RedemptionSettings settings;
    private final Clock clock;

    Redeeming(
            Coupons coupons,
            RedemptionCodes codes,
            CodeSigning signing,
            Usable usable,
            OfferShelf shelf,
            RedemptionSettings settings,
            Clock clock) {
        this.coupons = coupons;
        this.codes = codes;
        this.signing = signing;
        this.usable = usable;
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Redeems the coupon behind the code, for one of the merchant's own cashiers.
     *
     * @param scannedAt when the code was seen, where it is handed in later; null = now
     */
    RedemptionResult redeem(
            String typedOrScanned,
            @Nullable Instant scannedAt,
            @Nullable Long billFen,
            String merchantId,
            String cashierId,
            String keyScope) {
        Optional<RedemptionCode> shown = signing.codeOf(typedOrScanned).flatMap(codes::find);
        if (shown.isEmpty()) {
            return RedemptionResult.refused(Reason.UNKNOWN_CODE);
        }
        Request request = new Request(shown.get(), scannedAt, billFen, merchantId, cashierId, keyScope);
        return change(shown.get().couponId(), coupon -> redeem(coupon, request, now()));
    }

    private record Request(
            RedemptionCode shown,
            @Nullable Instant scannedAt,
            @Nullable Long billFen,
            String merchantId,
            String cashierId,
            String keyScope) {}

    private RedemptionResult redeem(Coupon coupon, Request request, Instant now) {
        if (!coupon.merchantId().equals(request.merchantId)) {
            return RedemptionResult.refused(Reason.WRONG_MERCHANT);
        }
        Optional<Redemption> done = coupon.redemption();
        if (done.isPresent() && done.get().keyScope().equals(request.keyScope)) {
            return new Redeemed(coupon, done.get());
        }
        Optional<Reason> badTime = Scan.problem(request.scannedAt, now, settings);
        if (badTime.isPresent()) {
            return RedemptionResult.refused(badTime.get());
        }
        Scan scan = Scan.of(request.scannedAt, now);
        return usable.refusal(coupon, scan.at())
                .orElseGet(() -> opens(request.shown, coupon, scan)
                        ? new Redeemed(coupon, use(coupon, request, scan, now))
                        : RedemptionResult.refused(Reason.CODE_EXPIRED));
    }

    private Redemption use(Coupon coupon, Request request, Scan scan, Instant now) {
        @Nullable Long subsidyFen = shelf.subsidyFen(coupon.offerId()).orElse(null);
        return coupon.redeem(request.cashierId, request.billFen, subsidyFen, request.keyScope, scan.at(), now);
    }

    /** Now only the newest code opens; a code that is handed in late must have been that when it was scanned. */
    private boolean opens(RedemptionCode shown, Coupon coupon, Scan scan) {
        boolean newest = coupon.isOpenedBy(shown.code());
        return scan.late()
                ? shown.wasOpenAt(scan.at(), newest, settings.clockTolerance()) && !coupon.hasVoided(shown.shownAt())
                : newest && !shown.isExpired(scan.at());
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

    private RedemptionResult change(String couponId, Function<Coupon, RedemptionResult> decision) {
        return coupons.change(couponId, decision, result -> !(result instanceof Refused))
                .orElseGet(() -> RedemptionResult.refused(Reason.UNKNOWN_COUPON));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
