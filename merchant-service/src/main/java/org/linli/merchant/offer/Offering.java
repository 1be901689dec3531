package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.offer.OfferDecision.Made;
import org.linli.merchant.offer.OfferDecision.Reason;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.StockTotals;
import org.linli.starter.web.FieldProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The merchant's side: post, publish, pause, resume, end. */
@Service
class Offering {
    private final Offers offers;
    private final StockTotals totals;
    private final MerchantDirectory merchants;
    private final Branches branches;
    private final OfferLinks links;
    private final Clock clock;

    Offering(
            Offers offers,
            StockTotals totals,
            MerchantDirectory merchants,
            Branches branches,
            OfferLinks links,
            Clock clock) {
        this.offers = offers;
        this.totals = totals;
        this.merchants = merchants;
        this.branches = branches;
        this.links = links;
        this.clock = clock;
    }

    Optional<Standing> merchant(String merchantId) {
        return merchants.standing(merchantId);
    }

    /** What keeps the terms from being an offer of this merchant. */
    List<FieldProblem> problems(Standing merchant, OfferTerms terms) {
        List<FieldProblem> problems = terms.problems(now());
        return problems.isEmpty() ? links.problems(merchant, terms.conditions()) : problems;
    }

    /** Keeps a draft; a repeat under the same id finds the one it made before. */
    Offer draft(String offerId, Standing merchant, OfferTerms terms) {
        String path = merchant.organisationPath();
        try {
            return offers.insert(Offer.draft(offerId, merchant.merchantId(), path, terms, now()));
        } catch (DuplicateKeyException repeated) {
            return offers.find(offerId).orElseThrow();
        }
    }

    /**
     * A new draft that says the same; one that is over begins now and lasts as long, unless the form says otherwise.
     */
    OfferDecision copy(String merchantId, String offerId, String copyId, UnaryOperator<OfferTerms> wish) {
        Optional<Offer> original = own(merchantId, offerId);
        Optional<Standing> merchant = merchants.standing(merchantId);
        if (original.isEmpty() || merchant.isEmpty()) {
            return OfferDecision.refused(Reason.UNKNOWN);
        }
        OfferTerms terms = wish.apply(original.get().terms().anew(now()));
        List<FieldProblem> problems = problems(merchant.get(), terms);
        return problems.isEmpty()
                ? new Made(draft(copyId, merchant.get(), terms))
                : new OfferDecision.Invalid(problems);
    }

    List<Offer> list(String merchantId, @Nullable String afterId, int limit) {
        return offers.ofMerchant(merchantId, afterId, limit);
    }

    /**
     * Brings a draft or a paused offer before the public, or before the branch where that wants to look first.
     *
     * @param by the merchant's person who asks for it
     */
    OfferDecision publish(String merchantId, String offerId, String by) {
        Standing merchant = merchants.standing(merchantId).orElse(null);
        Optional<Offer> offer = own(merchantId, offerId);
        if (offer.isEmpty()) {
            return OfferDecision.refused(Reason.UNKNOWN);
        }
        if (merchant == null || !merchant.approved()) {
            return OfferDecision.refused(Reason.MERCHANT_NOT_APPROVED);
        }
        if (offer.get().mayGoLive() && offer.get().terms().isOver(now())) {
            return OfferDecision.refused(Reason.WINDOW_OVER);
        }
        if (offer.get().needsReview()
                && branches.reviewsOffers(merchant.attachment().branchId())) {
            String path = merchant.organisationPath();
            return change(merchantId, offerId, draft -> {
                draft.follow(path);
                return draft.submitForReview(by);
            });
        }
        return change(merchantId, offerId, fresh -> {
            layIn(fresh);
            return fresh.publish(now());
        });
    }

    /** @param effect what becomes of the coupons that are out */
    OfferDecision pause(String merchantId, String offerId, ClaimedCoupons effect) {
        return change(merchantId, offerId, offer -> offer.pause(effect, now()));
    }

    /** Only what was paused; its merchant must still be in good standing. */
    OfferDecision resume(String merchantId, String offerId, String by) {
        boolean paused = own(merchantId, offerId)
                .filter(offer -> offer.status() == OfferStatus.PAUSED)
                .isPresent();
        return paused ? publish(merchantId, offerId, by) : change(merchantId, offerId, offer -> false);
    }

    OfferDecision end(String merchantId, String offerId) {
        return change(merchantId, offerId, offer -> offer.end(now()));
    }

    /** Lets a merchant's offers follow it to where it is attached now (rule P-1). */
    void follow(String merchantId) {
        merchants.standing(merchantId).ifPresent(merchant -> {
            String path = merchant.organisationPath();
            offers.notAt(path, merchantId)
                    .forEach(offerId -> offers.change(offerId, offer -> offer.follow(path), moved -> moved));
        });
    }

    /** Before the offer is live: from that moment on claims must find a stock, and just the one that it tells. */
    private void layIn(Offer offer) {
        if (offer.status() == OfferStatus.DRAFT) {
            totals.layIn(offer.id(), offer.merchantId(), offer.terms().stock(), offer.stockEdition());
        }
    }

    private Optional<Offer> own(String merchantId, String offerId) {
        return offers.find(offerId).filter(found -> found.merchantId().equals(merchantId));
    }

    private OfferDecision change(String merchantId, String offerId, Function<Offer, Boolean> transition) {
        return offers.change(
                        offerId,
                        offer -> offer.merchantId().equals(merchantId)
                                ? OfferDecision.of(offer, transition.apply(offer))
                                : OfferDecision.refused(Reason.UNKNOWN),
                        decision -> decision instanceof Made)
                .orElseGet(() -> OfferDecision.refused(Reason.UNKNOWN));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
