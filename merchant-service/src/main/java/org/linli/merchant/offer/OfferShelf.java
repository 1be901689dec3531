package org.linli.merchant.offer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.StockLevel;
import org.linli.merchant.stock.Stocks;
import org.springframework.stereotype.Service;

/** Published offers, for the public and for the coupon feature. */
@Service
public class OfferShelf {
    private final Offers offers;
    private final Stocks stocks;
    private final MerchantDirectory merchants;

    OfferShelf(Offers offers, Stocks stocks, MerchantDirectory merchants) {
        this.offers = offers;
        this.stocks = stocks;
        this.merchants = merchants;
    }

    /** Empty for an offer the public has never seen. */
    public Optional<ClaimableOffer> claimable(String offerId, Instant now) {
        return Optional.ofNullable(claimable(List.of(offerId), now).get(offerId));
    }

    /** The same of many, by id; without those the public has never seen. */
    public Map<String, ClaimableOffer> claimable(Collection<String> offerIds, Instant now) {
        return offers.lookAll(offerIds).values().stream()
                .filter(Offer::isPublic)
                .collect(Collectors.toMap(Offer::id, offer -> claimable(offer, now)));
    }

    private static ClaimableOffer claimable(Offer offer, Instant now) {
        return new ClaimableOffer(
                offer.id(),
                offer.merchantId(),
                offer.terms().title(),
                offer.terms().validUntil(),
                offer.terms().perPersonLimit(),
                dailyLimit(offer),
                offer.terms().conditions().segmentId(),
                offer.isClaimable(now));
    }

    private static @Nullable DailyLimit dailyLimit(Offer offer) {
        Integer coupons = offer.terms().conditions().perDayLimit();
        return coupons == null ? null : new DailyLimit(coupons);
    }

    /** Whether the shop may take the offer's coupons at this moment; what only the coupon knows is not asked. */
    public Redeemable redeemable(String offerId, Instant now) {
        return offers.find(offerId).map(offer -> offer.redeemableAt(now)).orElse(Redeemable.YES);
    }

    /** What the bank adds to each of the offer's redeemed coupons; empty for nothing. */
    public Optional<Long> subsidyFen(String offerId) {
        return offers.find(offerId).flatMap(Offer::subsidyFenPerCoupon);
    }

    /** Whether a holder may give the offer's coupons to a friend. */
    public boolean giftable(String offerId) {
        return offers.find(offerId)
                .filter(offer -> offer.terms().conditions().isGiftable())
                .isPresent();
    }

    /** Tells the world that the last coupon is gone; a repeat for the same state of the stock tells nothing new. */
    public void soldOut(String offerId, StockLevel level, Instant now) {
        offers.change(offerId, offer -> offer.sellOut(level.revision(), now), told -> told);
    }

    /** One offer as the public sees it: its merchant is in good standing. */
    Optional<Shown> show(String offerId) {
        return offers.find(offerId)
                .filter(Offer::isPublic)
                .flatMap(offer -> merchants
                        .recentStanding(offer.merchantId())
                        .filter(Standing::approved)
                        .map(merchant -> new Shown(offer, merchant, stockLeft(offer))));
    }

    /** What these offers are called, by id. */
    public Map<String, String> titles(Collection<String> offerIds) {
        return offers.findAll(offerIds).stream()
                .collect(Collectors.toMap(Offer::id, offer -> offer.terms().title()));
    }

    private int stockLeft(Offer offer) {
        return stocks.find(offer.id())
                .map(OfferStock::remaining)
                .orElse(offer.isPublic() ? 0 : offer.terms().stock());
    }

    /** One's own offer as the public would see it, whatever still stands in the way. */
    Optional<Shown> preview(String merchantId, String offerId) {
        return offers.find(offerId)
                .filter(offer -> offer.merchantId().equals(merchantId))
                .flatMap(offer ->
                        merchants.standing(merchantId).map(merchant -> new Shown(offer, merchant, stockLeft(offer))));
    }

    record Shown(Offer offer, Standing merchant, int stockLeft) {}
}
