package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.offer.OfferDecision.Invalid;
import org.linli.merchant.offer.OfferDecision.Locked;
import org.linli.merchant.offer.OfferDecision.Made;
import org.linli.merchant.offer.OfferDecision.Reason;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.StockTotals.Resizing;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;

/** Changes what an offer says: anything before the public has seen it, afterwards only what {@link Fixed} leaves free. */
@Service
class OfferEditing {
    private final Offers offers;
    private final StockChanges stockChanges;
    private final MerchantDirectory merchants;
    private final Branches branches;
    private final OfferLinks links;
    private final Clock clock;

    OfferEditing(
            Offers offers,
            StockChanges stockChanges,
            MerchantDirectory merchants,
            Branches branches,
            OfferLinks links,
            Clock clock) {
        this.offers = offers;
        this.stockChanges = stockChanges;
        this.merchants = merchants;
        this.branches = branches;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param from what the wish was made from
     * @param wish makes the wanted terms of the present ones
     */
    OfferDecision edit(String merchantId, String offerId, Revision from, UnaryOperator<OfferTerms> wish) {
        Optional<Offer> offer =
                offers.find(offerId).filter(found -> found.merchantId().equals(merchantId));
        if (offer.isEmpty()) {
            return OfferDecision.refused(Reason.UNKNOWN);
        }
        if (!from.isOf(offer.get())) {
            return OfferDecision.refused(Reason.STALE);
        }
        List<FieldProblem> dangling = dangling(offer.get(), wish);
        if (!dangling.isEmpty()) {
            return new Invalid(dangling);
        }
        return offer.get().isPublic() ? amend(offer.get(), from, wish) : rewrite(offerId, from, wish);
    }

    /** Terms that contradict themselves are named first, by whoever looks at them next. */
    private List<FieldProblem> dangling(Offer offer, UnaryOperator<OfferTerms> wish) {
        OfferTerms wanted = wish.apply(offer.terms());
        if (!wanted.problems(now()).isEmpty()) {
            return List.of();
        }
        return merchants
                .standing(offer.merchantId())
                .map(merchant -> links.problems(merchant, offer.terms().conditions(), wanted.conditions()))
                .orElse(List.of());
    }

    private OfferDecision rewrite(String offerId, Revision from, UnaryOperator<OfferTerms> wish) {
        return change(offerId, from, draft -> {
            OfferTerms wanted = wish.apply(draft.terms());
            List<FieldProblem> problems = wanted.problems(now());
            return problems.isEmpty() ? OfferDecision.of(draft, draft.rewrite(wanted)) : new Invalid(problems);
        });
    }

    private OfferDecision amend(Offer offer, Revision from, UnaryOperator<OfferTerms> wish) {
        Standing merchant = merchants.standing(offer.merchantId()).orElse(null);
        if (merchant == null || !merchant.approved()) {
            return OfferDecision.refused(Reason.MERCHANT_NOT_APPROVED);
        }
        if (offer.statusAt(now()) == OfferStatus.ENDED) {
            return OfferDecision.refused(Reason.ILLEGAL_STATE);
        }
        boolean reviewed = branches.reviewsOffers(merchant.attachment().branchId());
        OfferTerms wanted = wish.apply(offer.terms());
        Optional<OfferDecision> refused = refused(offer.terms(), wanted, reviewed);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (wanted.stock() > offer.terms().stock()
                && offer.subsidyFenPerCoupon().isPresent()) {
            return OfferDecision.refused(Reason.SUBSIDISED);
        }
        boolean newStock =
                wanted.stock() != offer.terms().stock() || offer.stockWish().isPresent();
        Optional<OfferDecision> stockRefused = newStock ? resize(offer.id(), wanted.stock(), from) : Optional.empty();
        // The stock's change has moved the revision on, after it was found as it should be.
        Revision before = newStock ? Revision.of(null) : from;
        return stockRefused.orElseGet(() -> change(offer.id(), before, fresh -> amend(fresh, wish, reviewed)));
    }

    /** All but the stock. */
    private OfferDecision amend(Offer fresh, UnaryOperator<OfferTerms> wish, boolean reviewed) {
        OfferTerms rest = wish.apply(fresh.terms()).withStock(fresh.terms().stock());
        return rest.equals(fresh.terms())
                ? new Made(fresh)
                : refused(fresh.terms(), rest, reviewed)
                        .orElseGet(() -> OfferDecision.of(fresh, fresh.amend(rest, now())));
    }

    private Optional<OfferDecision> refused(OfferTerms published, OfferTerms wanted, boolean reviewed) {
        List<FieldProblem> problems = wanted.problems(now());
        if (!problems.isEmpty()) {
            return Optional.of(new Invalid(problems));
        }
        List<Fixed> broken = Fixed.broken(published, wanted, reviewed);
        return broken.isEmpty() ? Optional.empty() : Optional.of(new Locked(broken));
    }

    private Optional<OfferDecision> resize(String offerId, int total, Revision from) {
        // What the bank adds to each coupon was agreed for so many.
        Resizing resizing = stockChanges
                .change(
                        offerId,
                        total,
                        offer -> from.isOf(offer)
                                && (offer.subsidyFenPerCoupon().isEmpty()
                                        || total <= offer.terms().stock()))
                .orElse(null);
        if (resizing == null) {
            return Optional.of(OfferDecision.refused(from.number() == null ? Reason.ILLEGAL_STATE : Reason.STALE));
        }
        if (resizing instanceof Resizing.BelowClaimed) {
            return Optional.of(OfferDecision.refused(Reason.STOCK_BELOW_CLAIMED));
        }
        return resizing instanceof Resizing.Made
                ? Optional.empty()
                : Optional.of(OfferDecision.refused(Reason.OVERTAKEN));
    }

    private OfferDecision change(String offerId, Revision from, Function<Offer, OfferDecision> decision) {
        return offers.change(
                        offerId,
                        fresh -> from.isOf(fresh) ? decision.apply(fresh) : OfferDecision.refused(Reason.STALE),
                        made -> made instanceof Made)
                .orElseGet(() -> OfferDecision.refused(Reason.UNKNOWN));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
