package org.linli.merchant.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.HttpTest;
import org.linli.merchant.coupon.CouponLives;
import org.linli.merchant.coupon.Coupons;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Rule M-3: of every coupon that nobody used it is told once that it expired, whoever dies or looks twice. */
class ExpiryRules extends HttpTest {
    private static final Duration LATE = Duration.ofMinutes(1);

    @Autowired
    Coupons coupons;

    @Autowired
    DueCoupons due;

    private Instant claimedAt;

    /** CouponLives' windows last 400 days; the service's own sweep runs at the same time, as another replica would. */
    @BeforeEach
    void claimsOfLongAgo() {
        claimedAt = clock.instant().minus(Duration.ofDays(402));
    }

    @Test
    void everyUnusedCouponIsToldOfOnceByManySweepsAtOnce() throws Exception {
        List<String> all = IntStream.range(0, 60).mapToObj(i -> stored()).toList();
        sweepAtOnce(8, 7);
        assertThat(all).allSatisfy(id -> assertThat(eventsOf(id)).isEqualTo(2));
        areStruckOut(all);
    }

    @Test
    void aSweepHandlesAsMuchAsItMayAndTheNextGoesOn() {
        List<String> all = IntStream.range(0, 12).mapToObj(i -> held()).toList();
        due.enter(all.stream().map(this::entry).toList());
        IntStream.range(0, 50).forEach(i -> sweep(2, 1, clock).sweep());
        assertThat(all).allSatisfy(id -> assertThat(eventsOf(id)).isEqualTo(2));
    }

    @Test
    void theServiceDoesNotStartWhereACouponCouldBeRedeemedAfterItExpired() {
        ExpirySettings settings = new ExpirySettings(Duration.ofHours(12), Duration.ofSeconds(1), 10, 10);
        settings.checkAgainst(Duration.ofHours(11));
        assertThatThrownBy(() -> settings.checkAgainst(Duration.ofHours(12)))
                .hasMessageContaining("COUPON_EXPIRY_GRACE");
    }

    @Test
    void aRepeatedEntryTellsNothingNew() {
        String id = stored();
        sweep(1000, 10, clock).sweep();
        due.enter(List.of(entry(id)));
        sweep(1000, 10, clock).sweep();
        areStruckOut(List.of(id));
        assertThat(eventsOf(id)).isEqualTo(2);
    }

    @Test
    void aUsedCouponDoesNotExpireUntilItsRedemptionIsTakenBack() {
        String id = held();
        Instant inTime = claimedAt.plus(Duration.ofDays(399));
        coupons.change(id, coupon -> coupon.redeem("cashier", null, "key", inTime));
        due.enter(List.of(entry(id)));
        sweep(1000, 10, clock).sweep();
        assertThat(eventsOf(id)).isEqualTo(2);
        coupons.change(id, coupon -> coupon.reverse("owner", "误操作", "key2", clock.instant()));
        assertThat(eventsOf(id)).isEqualTo(4);
        sweep(1000, 10, clock).sweep();
        assertThat(eventsOf(id)).isEqualTo(4);
    }

    /** Its window ends long after what the service itself takes for now: only these sweeps can tell of it. */
    @Test
    void inItsWindowAndInTheGraceAfterItNothingIsTold() {
        claimedAt = clock.instant();
        String id = stored();
        Instant over = claimedAt.plus(Duration.ofDays(400));
        sweep(1000, 10, at(over.minusSeconds(1))).sweep();
        sweep(1000, 10, at(over.plus(Duration.ofHours(12)))).sweep();
        assertThat(eventsOf(id)).isOne();
        assertThat(left(List.of(id), over.plusSeconds(1))).hasSize(1);
        sweep(1000, 10, at(over.plus(Duration.ofHours(14)))).sweep();
        assertThat(eventsOf(id)).isEqualTo(2);
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    /** A claim and an expiry make two. */
    private long eventsOf(String couponId) {
        return coupons.find(couponId).orElseThrow().sequence();
    }

    private String held() {
        String id = Ids.next();
        coupons.insert(CouponLives.claimed(id, "m1", "o1", "c1", claimedAt));
        return id;
    }

    private String stored() {
        String id = held();
        due.enter(List.of(entry(id)));
        return id;
    }

    private DueCoupon entry(String couponId) {
        return DueCoupon.at(claimedAt.plus(Duration.ofDays(400)), couponId);
    }

    private Expiring sweep(int page, int mostPages, Clock at) {
        ExpirySettings settings = new ExpirySettings(Duration.ofHours(13), Duration.ofSeconds(10), page, mostPages);
        return new Expiring(due, coupons, settings, LATE, at);
    }

    private void sweepAtOnce(int replicas, int page) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(replicas);
        try {
            List<Callable<Void>> all = IntStream.range(0, replicas)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        sweep(page, 100, clock).sweep();
                        return null;
                    })
                    .toList();
            for (Future<Void> done : hands.invokeAll(all)) {
                done.get();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    /** The claim's own event may enter a coupon once more after it was struck out: the sweep after that has the word. */
    private void areStruckOut(List<String> couponIds) {
        await().untilAsserted(() -> {
            sweep(1000, 10, clock).sweep();
            assertThat(left(couponIds, clock.instant())).isEmpty();
        });
    }

    private List<DueCoupon> left(List<String> couponIds, Instant moment) {
        return due.before(moment, "", 10_000).stream()
                .filter(entry -> couponIds.contains(entry.couponId()))
                .toList();
    }
}
