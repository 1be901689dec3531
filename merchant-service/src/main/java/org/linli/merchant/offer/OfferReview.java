package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.offer.OfferDecision.Made;
import org.linli.merchant.offer.OfferDecision.Reason;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.stock.StockTotals;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** The branch's look at offers before they go live, where the branch wants one (rules M-2, P-1, P-2). */
@Service
class OfferReview {
    private final Offers offers;
    private final StockTotals totals;
    private final MerchantDirectory merchants;
    private final OfferSettings settings;
    private final Clock clock;

    OfferReview(Offers offers, StockTotals totals, MerchantDirectory merchants, OfferSettings settings, Clock clock) {
        this.offers = offers;
        this.totals = totals;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    List<Offer> waiting(Caller staff, @Nullable String afterId, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : offers.inReview(scope, afterId, limit);
    }

    OfferDecision approve(Caller staff, String offerId) {
        Optional<Offer> offer = inScope(staff, offerId);
        if (offer.isEmpty()) {
            return OfferDecision.refused(Reason.UNKNOWN);
        }
        if (judge(offer.get(), staff) instanceof FourEyes.Conflict conflict) {
            return new OfferDecision.Conflict(conflict.reason());
        }
        boolean approved = merchants
                .standing(offer.get().merchantId())
                .filter(standing -> standing.approved())
                .isPresent();
        if (!approved) {
            return OfferDecision.refused(Reason.MERCHANT_NOT_APPROVED);
        }
        if (offer.get().terms().isOver(now())) {
            return OfferDecision.refused(Reason.WINDOW_OVER);
        }
        totals.layIn(
                offerId,
                offer.get().merchantId(),
                offer.get().terms().stock(),
                offer.get().stockEdition());
        return decide(staff, offerId, reviewed -> reviewed.passReview(now()));
    }

    OfferDecision reject(Caller staff, String offerId, String reason) {
        return inScope(staff, offerId).isEmpty()
                ? OfferDecision.refused(Reason.UNKNOWN)
                : decide(staff, offerId, reviewed -> reviewed.failReview(reason));
    }

    /** What the bank adds to each redeemed coupon (rule M-3); nobody says so for a shop of their own or a relative's. */
    OfferDecision subsidise(Caller staff, String offerId, long fenPerCoupon) {
        if (fenPerCoupon < 1 || fenPerCoupon > settings.mostSubsidyFen()) {
            String detail = fenPerCoupon + " (expected: 1.." + settings.mostSubsidyFen() + ")";
            return new OfferDecision.Invalid(List.of(new FieldProblem("subsidyFenPerCoupon", "invalid", detail)));
        }
        return inScope(staff, offerId).isEmpty()
                ? OfferDecision.refused(Reason.UNKNOWN)
                : decide(staff, offerId, offer -> offer.subsidise(fenPerCoupon, now()));
    }

    private Optional<Offer> inScope(Caller staff, String offerId) {
        return offers.find(offerId).filter(offer -> staff.oversees(offer.organisationPath()));
    }

    private static FourEyes.Verdict judge(Offer offer, Caller staff) {
        return FourEyes.judge(offer.people(), FourEyes.Decider.of(staff));
    }

    private OfferDecision decide(Caller staff, String offerId, Function<Offer, Boolean> decision) {
        return offers.change(
                        offerId,
                        offer -> judge(offer, staff) instanceof FourEyes.Conflict conflict
                                ? new OfferDecision.Conflict(conflict.reason())
                                : OfferDecision.of(offer, decision.apply(offer)),
                        made -> made instanceof Made)
                .orElseGet(() -> OfferDecision.refused(Reason.UNKNOWN));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
