package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.offer.OfferDecision.Made;
import org.linli.merchant.offer.OfferDecision.Reason;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.Stocks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The merchant's side: post, publish, pause, end. */
@Service
class Offering {
    private final Offers offers;
    private final Stocks stocks;
    private final MerchantDirectory merchants;
    private final Branches branches;
    private final Clock clock;

    Offering(Offers offers, Stocks stocks, MerchantDirectory merchants, Branches branches, Clock clock) {
        this.offers = offers;
        this.stocks = stocks;
        this.merchants = merchants;
        this.branches = branches;
        this.clock = clock;
    }

    Optional<Standing> merchant(String merchantId) {
        return merchants.standing(merchantId);
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
        Optional<Offer> offer =
                offers.find(offerId).filter(found -> found.merchantId().equals(merchantId));
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
        if (offer.get().mayGoLive()) {
            // Before the offer is live: from that moment on claims must find a stock.
            stocks.open(offerId, merchantId, offer.get().terms().stock());
        }
        return change(merchantId, offerId, draft -> draft.publish(now()));
    }

    OfferDecision pause(String merchantId, String offerId) {
        return change(merchantId, offerId, offer -> offer.pause(now()));
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
