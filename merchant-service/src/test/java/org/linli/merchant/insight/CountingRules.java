package org.linli.merchant.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.linli.events.CouponEvent;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.CouponLives;

/** The figures of rule M-6 are what the coupons say, however their events come. */
class CountingRules {
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

    /** A process that dies between two writes. */
    private static class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Runnable between = () -> {};
    private final MemoryShelf<Regular> regulars = new MemoryShelf<>(this::comeBetween);
    private final MemoryPages days = new MemoryPages(this::comeBetween);
    private final Counting counting = new Counting(regulars, days, merchant -> "/hq/B01/");

    private void comeBetween() {
        between.run();
    }

    @Property(tries = 500)
    void anyOrderRepeatsCrashesAndSeveralProcessesGiveTheSameFigures(@ForAll long seed) {
        regulars.documents.clear();
        days.documents.clear();
        Random random = new Random(seed);
        CouponHistory history = CouponHistory.of(random, 1 + random.nextInt(40));
        Deque<List<CouponEvent>> batches = batches(history.events(), random);
        between = () -> {
            int luck = random.nextInt(10);
            if (luck == 0) {
                throw new Killed();
            }
            if (luck < 3 && !batches.isEmpty()) {
                List<CouponEvent> another = batches.poll();
                bring(another, batches);
            }
        };
        while (!batches.isEmpty()) {
            bring(batches.poll(), batches);
        }
        assertThat(CouponHistory.counted(days.documents.values())).isEqualTo(history.truth());
    }

    /** What a dead process had not finished comes again, after whatever came meanwhile. */
    private void bring(List<CouponEvent> batch, Deque<List<CouponEvent>> batches) {
        try {
            counting.take(batch);
        } catch (Killed dead) {
            batches.add(batch);
        }
    }

    private static Deque<List<CouponEvent>> batches(List<CouponEvent> events, Random random) {
        List<CouponEvent> all = new ArrayList<>();
        events.forEach(event -> all.addAll(Collections.nCopies(1 + random.nextInt(3), event)));
        Collections.shuffle(all, random);
        Deque<List<CouponEvent>> batches = new ArrayDeque<>();
        while (!all.isEmpty()) {
            List<CouponEvent> head = all.subList(0, Math.min(all.size(), 1 + random.nextInt(12)));
            batches.add(List.copyOf(head));
            head.clear();
        }
        return batches;
    }

    @Test
    void aReplayOfEverythingWritesNothing() {
        CouponHistory history = CouponHistory.of(new Random(7), 60);
        counting.take(history.events());
        int writes = regulars.writes + days.writes;
        counting.take(history.events());
        assertThat(regulars.writes + days.writes).isEqualTo(writes);
        assertThat(CouponHistory.counted(days.documents.values())).isEqualTo(history.truth());
    }

    @Test
    void aRushCostsAWriteAPageAndNoPageGrowsBeyondItsCapacity() {
        List<CouponEvent> rush = IntStream.range(0, 6_000)
                .mapToObj(i -> (CouponEvent) new CouponEvent.Claimed(
                        "coupon" + i, "m-o", "m", "c" + i, NOON.plusMillis(i), NOON.plus(Duration.ofDays(1)), 9, 1))
                .toList();
        for (int from = 0; from < rush.size(); from += 500) {
            counting.take(rush.subList(from, from + 500));
        }
        assertThat(days.documents.values())
                .allSatisfy(page ->
                        assertThat(page.entries()).hasSize(page.size()).hasSizeLessThanOrEqualTo(DayPage.CAPACITY));
        assertThat(total().claims()).isEqualTo(6_000);
        assertThat(days.writes).isLessThan(25);
        counting.take(rush);
        assertThat(total().claims()).isEqualTo(6_000);
    }

    @Test
    void aReversalTakesTheAmountBackFromTheDayOfTheRedemption() {
        Coupon coupon = CouponLives.claimed("coupon", "m", "m-o", "c", NOON);
        coupon.redeem("cashier", 5_800L, "key", NOON);
        counting.take(events(coupon));
        assertThat(total()).isEqualTo(new Figures(0, 1, 1, 1, 1, 5_800));
        coupon.reverse("owner", "误操作", "key", NOON.plus(Duration.ofHours(20)));
        counting.take(events(coupon));
        assertThat(total()).isEqualTo(new Figures(0, 1, 0, 0, 0, 0));
    }

    @Test
    void aLateFirstVisitMakesTheOneKnownBeforeAReturningOne() {
        Coupon later = CouponLives.claimed("later", "m", "m-o", "c", NOON);
        later.redeem("cashier", null, "key", NOON.plus(Duration.ofDays(2)));
        Coupon earlier = CouponLives.claimed("earlier", "m", "m-o", "c", NOON);
        earlier.redeem("cashier", null, "key", NOON.plus(Duration.ofDays(1)));
        counting.take(events(later));
        counting.take(events(earlier));
        assertThat(total().newCustomers()).isEqualTo(1);
        assertThat(CouponHistory.counted(days.documents.values())
                        .get("m 2026-11-02 m-o 12")
                        .newCustomers())
                .isEqualTo(1);
        assertThat(CouponHistory.counted(days.documents.values())
                        .get("m 2026-11-03 m-o 12")
                        .returningVisits())
                .isEqualTo(1);
    }

    @Test
    void aReversalThatComesBeforeItsRedemptionCountsAllTheSame() {
        Coupon coupon = CouponLives.claimed("coupon", "m", "m-o", "c", NOON);
        coupon.redeem("cashier", 5_800L, "key", NOON);
        coupon.reverse("owner", "误操作", "key", NOON.plusSeconds(60));
        List<CouponEvent> turned = new ArrayList<>(events(coupon));
        Collections.reverse(turned);
        turned.forEach(event -> counting.take(List.of(event)));
        assertThat(total()).isEqualTo(new Figures(0, 1, 0, 0, 0, 0));
    }

    @Test
    void theDayIsTheBanksNotGreenwichs() {
        Coupon coupon = CouponLives.claimed("coupon", "m", "m-o", "c", Instant.parse("2026-10-31T16:00:00Z"));
        counting.take(events(coupon));
        assertThat(CouponHistory.counted(days.documents.values())).containsOnlyKeys("m 2026-11-01 m-o 0");
    }

    @Test
    void whoTheCustomerIsCannotBeReadFromWhatIsKept() {
        Coupon coupon = CouponLives.claimed("coupon", "m", "m-o", "some-consumer", NOON);
        coupon.redeem("cashier", null, "key", NOON);
        counting.take(events(coupon));
        assertThat(regulars.documents.toString() + days.documents).doesNotContain("some-consumer");
    }

    private Figures total() {
        return CouponHistory.counted(days.documents.values()).values().stream().reduce(Figures.NONE, Figures::plus);
    }

    private static List<CouponEvent> events(Coupon coupon) {
        return CouponHistory.events(coupon);
    }
}
