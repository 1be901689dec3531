package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.linli.merchant.HttpTest;
import org.linli.merchant.audience.Audiences;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Stocks;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What the tests of claiming share: replicas that may die, many hands at once, and the sum that must come out. */
abstract class ClaimTest extends HttpTest {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Claiming claiming;

    @Autowired
    Stocks stocks;

    @Autowired
    Coupons coupons;

    @Autowired
    SamePeople people;

    @Autowired
    OfferShelf shelf;

    @Autowired
    MerchantDirectory merchants;

    @Autowired
    Audiences audiences;

    @Autowired
    Confirmations confirmations;

    @Autowired
    ClaimSettings settings;

    @Autowired
    Clock time;

    /** What a process that is killed does not survive; no handler of the service catches it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(ClaimStep step) {
            super("killed at " + step, null, false, false);
        }
    }

    /** A replica that is killed when a claim reaches this step. */
    Claiming dyingAt(ClaimStep fatal) {
        return replica(step -> {
            if (step == fatal) {
                throw new Death(step);
            }
        });
    }

    Claiming replica(ClaimStep.Watcher watcher) {
        return replica(watcher, settings, confirmations);
    }

    /** Every claim makes its updates of the stock by itself. */
    Claiming sharingNothing() {
        ClaimSettings alone =
                new ClaimSettings(settings.staleAfter(), settings.recoverEvery(), settings.sweepEvery(), 1);
        return replica(ClaimStep.Watcher.NOBODY, alone, new Confirmations(stocks, recovery(), alone));
    }

    private Claiming replica(ClaimStep.Watcher watcher, ClaimSettings settings, Confirmations confirmations) {
        Settlement settlement = new Settlement(stocks, coupons, shelf, merchants, time, watcher);
        GroupedClaims store = new GroupedClaims(stocks, coupons, people, shelf, settlement, settings, time, watcher);
        Slots slots = new Slots(coupons, people);
        return new Claiming(merchants, audiences, store, slots, settlement, recovery(), confirmations, time, watcher);
    }

    /** The recovery of a process that has just started. */
    ClaimRecovery recovery() {
        Settlement settlement = new Settlement(stocks, coupons, shelf, merchants, time);
        return new ClaimRecovery(stocks, shelf, settlement, settings, time);
    }

    static Claim claimOf(String offerId, String consumer, String key) {
        return new Claim(offerId, consumer, Ids.hash(offerId, consumer, key), "no-body");
    }

    /** Those that took a piece from the stock: a received one stands for the giver's, nobody's closes a slot. */
    List<Coupon> couponsOf(String offerId) {
        return coupons.find(Query.query(Criteria.where("offerId").is(offerId))).stream()
                .filter(coupon -> !coupon.wasReceived() && !coupon.consumerId().isEmpty())
                .toList();
    }

    OfferStock stockOf(String offerId) {
        return stocks.find(offerId).orElseThrow();
    }

    /** Always true, whatever was cut off: total = remaining + coupons + reservations without a coupon. */
    boolean addsUp(String offerId) {
        OfferStock stock = stockOf(offerId);
        List<Coupon> sold = couponsOf(offerId);
        long unfinished = stock.reservations().entrySet().stream()
                .filter(entry -> sold.stream()
                        .noneMatch(coupon -> coupon.id().equals(entry.getKey())
                                && coupon.claimId().equals(entry.getValue().claimId())))
                .count();
        return stock.total() == stock.remaining() + sold.size() + unfinished
                && daysAddUp(stock, sold)
                && stock.open() == stock.reservations().size();
    }

    /** What is counted by day and not forgotten is what was taken on that day. */
    private static boolean daysAddUp(OfferStock stock, List<Coupon> sold) {
        Map<String, Instant> taken = new HashMap<>();
        stock.reservations().forEach((couponId, open) -> taken.put(couponId + open.claimId(), open.at()));
        sold.forEach(coupon -> taken.put(coupon.id() + coupon.claimId(), coupon.claimedAt()));
        Map<String, Long> days =
                taken.values().stream().collect(Collectors.groupingBy(DAY::format, Collectors.counting()));
        return stock.days().entrySet().stream()
                .allMatch(day ->
                        days.getOrDefault(day.getKey(), 0L) == day.getValue().longValue());
    }

    /** Runs them all at once, as far as the machine allows. */
    static <R> List<R> allAtOnce(int times, IntFunction<Callable<R>> action) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(Math.min(times, 64));
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Callable<R> one = action.apply(i);
                running.add(hands.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<R> results = new ArrayList<>();
            for (Future<R> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            hands.shutdownNow();
        }
    }

    static List<String> couponIds(List<ClaimResult> results) {
        return results.stream()
                .filter(Claimed.class::isInstance)
                .map(result -> ((Claimed) result).coupon().id())
                .toList();
    }
}
