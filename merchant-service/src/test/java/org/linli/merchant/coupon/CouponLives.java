package org.linli.merchant.coupon;

import java.time.Duration;
import java.time.Instant;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.StockLevel;

/** Real coupons for the rules of other features. */
public final class CouponLives {
    private CouponLives() {}

    public static Coupon claimed(String couponId, String merchantId, String offerId, String consumerId, Instant at) {
        ClaimableOffer offer = new ClaimableOffer(offerId, merchantId, "八折", at.plus(Duration.ofDays(400)), 1, true);
        Reservation reservation = new Reservation("claim", consumerId, 1, "scope", "hash", at);
        return Coupon.claimed(couponId, offer, "面馆", "/hq/B01/", reservation, new StockLevel(9, 1));
    }
}
