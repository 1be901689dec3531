package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A person's own coupons; nobody else's are ever found here. */
@Service
class Wallet {
    private final Coupons coupons;
    private final Clock clock;

    Wallet(Coupons coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    List<Coupon> list(String consumerId, @Nullable CouponStatus status, @Nullable String afterId, int limit) {
        return coupons.of(consumerId, status, now(), afterId, limit);
    }

    Optional<Coupon> find(String consumerId, String couponId) {
        return coupons.find(couponId).filter(coupon -> coupon.consumerId().equals(consumerId));
    }

    Instant now() {
        return clock.instant();
    }
}
