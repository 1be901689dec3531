package org.linli.merchant.coupon;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.StockLevel;
import org.linli.merchant.stock.Stocks;
import org.linli.merchant.stock.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finishes a reservation, whoever made it: the coupon comes into being, or it turns out to be another claim's and the
 * stock comes back. Any number may finish the same one at the same time, in this process and in others: the coupon's id
 * exists once, its claim id says whose it is, and only whoever removes the reservation puts stock back.
 */
@Component
class Settlement {
    private final Stocks stocks;
    private final Coupons coupons;
    private final OfferShelf shelf;
    private final MerchantDirectory merchants;
    private final Clock clock;
    private final ClaimStep.Watcher watcher;

    @Autowired
    Settlement(Stocks stocks, Coupons coupons, OfferShelf shelf, MerchantDirectory merchants, Clock clock) {
        this(stocks, coupons, shelf, merchants, clock, ClaimStep.Watcher.NOBODY);
    }

    Settlement(
            Stocks stocks,
            Coupons coupons,
            OfferShelf shelf,
            MerchantDirectory merchants,
            Clock clock,
            ClaimStep.Watcher watcher) {
        this.stocks = stocks;
        this.coupons = coupons;
        this.shelf = shelf;
        this.merchants = merchants;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** What a reservation is to become. */
    Coupon coupon(ClaimableOffer offer, String couponId, Reservation reservation, StockLevel level) {
        Optional<Standing> merchant = merchants.recentStanding(offer.merchantId());
        return Coupon.claimed(
                couponId,
                offer,
                merchant.map(Standing::name).orElse(""),
                merchant.map(Standing::organisationPath).orElse(null),
                reservation,
                level);
    }

    /** @return the reservation's own coupon; empty when the coupon is another claim's and the stock was put back */
    Optional<Coupon> settle(ClaimableOffer offer, String couponId, Reservation reservation, StockLevel level) {
        Coupon coupon = coupon(offer, couponId, reservation, level);
        boolean isNew = coupons.insertNew(List.of(coupon)).isEmpty();
        return settled(offer, reservation, level, coupon, isNew);
    }

    /** The same after the coupon was inserted, or found that another one was there. */
    Optional<Coupon> settled(
            ClaimableOffer offer, Reservation reservation, StockLevel level, Coupon wanted, boolean isNew) {
        Coupon coupon = isNew ? wanted : coupons.find(wanted.id()).orElseThrow();
        if (!coupon.claimId().equals(reservation.claimId())) {
            stocks.release(offer.offerId(), coupon.id(), reservation);
            return Optional.empty();
        }
        watcher.reached(ClaimStep.STORED);
        if (level.remaining() == 0) {
            shelf.soldOut(offer.offerId(), level, clock.instant());
        }
        watcher.reached(ClaimStep.TOLD);
        return Optional.of(coupon);
    }

    /** Settles and forgets the reservation. */
    void finish(ClaimableOffer offer, OfferStock stock, String couponId, Reservation reservation) {
        settle(offer, couponId, reservation, stock.level())
                .ifPresent(
                        coupon -> stocks.confirm(List.of(new Taken(offer.offerId(), couponId, reservation.claimId()))));
    }
}
