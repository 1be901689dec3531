package org.linli.merchant.audience;

import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;
import org.linli.events.DomainEvent;
import org.linli.events.FavouriteEvent;
import org.linli.events.LoanEvent;

/**
 * One event on its way into the facts.
 *
 * @param subject the aggregate's id
 * @param sequence of the event among those of its aggregate
 */
record Heard(DomainEvent event, String subject, long sequence) {
    String consumerId() {
        if (event instanceof CouponEvent coupon) {
            return coupon.consumerId();
        }
        return event instanceof FavouriteEvent favourite ? favourite.consumerId() : subject;
    }

    /** The shop that it is about; null for an event of the person alone. */
    @Nullable String merchantId() {
        if (event instanceof CouponEvent coupon) {
            return coupon.merchantId();
        }
        return event instanceof FavouriteEvent favourite ? favourite.merchantId() : null;
    }

    /** The shop that a loan went to; null for any other event. */
    @Nullable String borrowingShop() {
        return event instanceof LoanEvent loan ? loan.loan().merchantId() : null;
    }
}
