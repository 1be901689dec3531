package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.stereotype.Service;

/** A person's own coupons, also those of an id they had before; nobody else's are ever found here. */
@Service
public class Wallet {
    private final Coupons coupons;
    private final SamePeople people;
    private final Clock clock;

    Wallet(Coupons coupons, SamePeople people, Clock clock) {
        this.coupons = coupons;
        this.people = people;
        this.clock = clock;
    }

    List<Coupon> list(String consumerId, @Nullable CouponStatus status, @Nullable String afterId, int limit) {
        Instant now = now();
        return people.listed(
                consumerId, CouponId::prefix, limit, (id, left) -> coupons.of(id, status, now, afterId, left));
    }

    public Optional<Coupon> find(String consumerId, String couponId) {
        return coupons.find(couponId).filter(coupon -> people.isSame(consumerId, coupon.consumerId()));
    }

    Instant now() {
        return clock.instant();
    }
}
