package org.linli.merchant.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.CouponLives;
import org.linli.starter.outbox.OutboxEvent;

/** Coupons that lived through something, the events they raised, and the figures by the coupons themselves. */
final class CouponHistory {
    /** Some hours before midnight in the bank's time zone, so that days change on the way. */
    private static final Instant START = Instant.parse("2026-10-30T12:00:00Z");

    private static final int HOURS = 90;

    final List<Coupon> coupons = new ArrayList<>();
    private final Random random;

    private CouponHistory(Random random) {
        this.random = random;
    }

    static CouponHistory of(Random random, int size) {
        CouponHistory history = new CouponHistory(random);
        for (int i = 0; i < size; i++) {
            history.coupons.add(history.coupon("coupon" + i));
        }
        return history;
    }

    private Coupon coupon(String id) {
        String merchant = "m" + random.nextInt(2);
        Instant at = START.plus(Duration.ofMinutes(random.nextInt(HOURS * 60)));
        Coupon coupon =
                CouponLives.claimed(id, merchant, merchant + "-o" + random.nextInt(3), "c" + random.nextInt(5), at);
        for (int turn = 0; turn < 3 && random.nextInt(3) > 0; turn++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(36 * 60)));
            coupon.redeem("cashier", random.nextBoolean() ? null : 1L + random.nextInt(10_000), "key", at);
            if (random.nextInt(3) > 0) {
                break;
            }
            at = at.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
            coupon.reverse("owner", "误操作", "key", at);
        }
        return coupon;
    }

    List<CouponEvent> events() {
        return coupons.stream().flatMap(coupon -> events(coupon).stream()).toList();
    }

    static List<CouponEvent> events(Coupon coupon) {
        return coupon.outbox().stream().map(event -> read(coupon, event)).toList();
    }

    private static CouponEvent read(Coupon coupon, OutboxEvent event) {
        return (CouponEvent) new EventEnvelope(
                        event.id(),
                        event.type(),
                        "/merchant-service",
                        coupon.id(),
                        event.sequence(),
                        event.time(),
                        event.dataJson())
                .data()
                .orElseThrow();
    }

    /** Merchant, day, offer and hour to figures, computed from nothing but the coupons as they are now. */
    Map<String, Figures> truth() {
        Map<String, Figures> sums = new TreeMap<>();
        coupons.forEach(
                coupon -> sums.merge(cell(coupon, coupon.claimedAt()), new Figures(0, 1, 0, 0, 0, 0), Figures::plus));
        Set<String> seen = new HashSet<>();
        coupons.stream()
                .filter(coupon -> coupon.redemption().isPresent())
                .sorted(Comparator.comparing((Coupon coupon) ->
                                coupon.redemption().orElseThrow().at())
                        .thenComparing(
                                coupon -> coupon.redemption().orElseThrow().redemptionId()))
                .forEach(coupon -> {
                    var redemption = coupon.redemption().orElseThrow();
                    int fresh = seen.add(coupon.merchantId() + coupon.consumerId()) ? 1 : 0;
                    Long bill = redemption.billFen();
                    sums.merge(
                            cell(coupon, redemption.at()),
                            new Figures(0, 0, 1, fresh, bill == null ? 0 : 1, bill == null ? 0 : bill),
                            Figures::plus);
                });
        return sums;
    }

    private static String cell(Coupon coupon, Instant at) {
        return coupon.merchantId() + " " + BusinessTime.day(at) + " " + coupon.offerId() + " " + BusinessTime.hour(at);
    }

    static Map<String, Figures> counted(Iterable<DayPage> pages) {
        Map<String, Figures> sums = new TreeMap<>();
        pages.forEach(page -> page.counts()
                .forEach(count -> sums.merge(
                        page.merchantId() + " " + page.day() + " " + count.offerId() + " " + count.hour(),
                        count.figures(),
                        Figures::plus)));
        sums.values().removeIf(Figures.NONE::equals);
        return sums;
    }
}
