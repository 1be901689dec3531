package org.linli.merchant.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.linli.merchant.coupon.Coupons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Goes through the coupons whose window is over, the oldest first, and strikes out each after it was told of. Whoever
 * dies in between leaves the rest to the next sweep; of several replicas at the same coupon one tells it, because that
 * is a change of the coupon.
 */
@Service
class Expiring {
    private static final Logger log = LoggerFactory.getLogger(Expiring.class);

    private final DueCoupons due;
    private final Coupons coupons;
    private final ExpirySettings settings;
    private final Clock clock;

    Expiring(
            DueCoupons due,
            Coupons coupons,
            ExpirySettings settings,
            @Value("${merchant.redemption.late-for:12h}") Duration lateFor,
            Clock clock) {
        settings.checkAgainst(lateFor);
        this.due = due;
        this.coupons = coupons;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${merchant.expiry.sweep-every:10s}")
    void sweep() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String after = "";
            for (int page = 0; page < settings.mostPages(); page++) {
                List<DueCoupon> found = due.before(now.minus(settings.grace()), after, settings.page());
                due.strikeOut(told(found, now));
                if (found.size() < settings.page()) {
                    return;
                }
                after = found.get(found.size() - 1).id();
            }
        } catch (RuntimeException e) {
            log.warn("coupons wait to expire: {}", e.getClass().getName());
        }
    }

    /** One coupon in trouble keeps no other from its turn; it stays in the index. */
    private List<String> told(List<DueCoupon> found, Instant now) {
        List<String> told = new ArrayList<>(found.size());
        for (DueCoupon one : found) {
            try {
                coupons.change(one.couponId(), coupon -> coupon.tellExpiry(now), worthSaving -> worthSaving);
                told.add(one.id());
            } catch (RuntimeException e) {
                log.warn(
                        "coupon {} waits to expire: {}",
                        one.couponId(),
                        e.getClass().getName());
            }
        }
        return told;
    }
}
