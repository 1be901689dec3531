package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.PrizeOffers;
import org.linli.merchant.campaign.Side;
import org.linli.merchant.coupon.Coupons;
import org.linli.merchant.participation.TakingResult.Reason;
import org.linli.merchant.participation.TakingResult.TookPart;
import org.linli.merchant.points.PointsLedger;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Rule M-4: prizes are never over-issued and none is lost, under any concurrency and any crash. */
class PrizeRules extends CampaignTest {
    private static final Duration LATER = Duration.ofSeconds(30);

    @Autowired
    Entering entering;

    @Autowired
    CampaignShelf shelf;

    @Autowired
    PrizeOffers offers;

    @Autowired
    Participations participations;

    @Autowired
    PrizePools pools;

    @Autowired
    Rewarding rewarding;

    @Autowired
    ParticipationSettings settings;

    @Autowired
    PointsLedger points;

    @Autowired
    Coupons coupons;

    @Autowired
    Clock time;

    @Test
    void sixtyFourHandsAtFivePrizesGetFive() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 5));
        allAtOnce(64, i -> () -> entering.enter(campaign, wish("person-" + i, "key")));
        assertThat(issued(campaign)).isEqualTo(5);
        assertThat(everybodys(campaign)).hasSize(64).allMatch(Participation::isSettled);
        assertThat(left(campaign)).isZero();
        assertThat(pool(campaign).open()).isZero();
    }

    @Test
    void onePersonWithSixtyFourKeysTakesPartAsOftenAsOneMay() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 50));
        List<TakingResult> results = allAtOnce(64, i -> () -> entering.enter(campaign, wish("greedy", "key-" + i)));
        assertThat(results.stream().filter(TookPart.class::isInstance)).hasSize(1);
        assertThat(results).contains(TakingResult.refused(Reason.NO_MORE_TODAY));
        assertThat(everybodys(campaign)).hasSize(1);
        assertThat(addsUp(campaign)).isTrue();
        assertThat(points.balance("greedy")).isEqualTo(7);
    }

    @Test
    void oneKeySixtyFourTimesIsOneParticipation() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 50));
        String person = Ids.next();
        List<TakingResult> results = allAtOnce(64, i -> () -> entering.enter(campaign, wish(person, "key")));
        assertThat(results).allMatch(TookPart.class::isInstance);
        assertThat(everybodys(campaign)).hasSize(1);
        assertThat(left(campaign)).isEqualTo(49);
        assertThat(points.balance(person)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(TakingStep.class)
    void whatIsCutOffAnywhereIsFinishedAfterARestart(TakingStep step) throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 3));
        String person = Ids.next();
        assertThatThrownBy(() -> dyingAt(step).enter(campaign, wish(person, "key")))
                .isInstanceOf(Death.class);
        assertThat(addsUp(campaign)).isTrue();

        restart();

        assertThat(addsUp(campaign)).isTrue();
        assertThat(pools.find(campaign.id()).map(PrizePool::open).orElse(0)).isZero();
        assertThat(everybodys(campaign)).allMatch(Participation::isSettled);
        assertThat(points.balance(person)).isEqualTo(step == TakingStep.DECIDED ? 0 : 7);
        assertThat(entering.enter(campaign, wish(person, "key"))).isInstanceOf(TookPart.class);
        assertThat(everybodys(campaign)).hasSize(1);
        assertThat(left(campaign)).isEqualTo(2);
        assertThat(points.balance(person)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(TakingStep.class)
    void whoTriesAgainWithTheSameKeyNeedNotWaitForTheRecovery(TakingStep step) throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 3));
        String person = Ids.next();
        assertThatThrownBy(() -> dyingAt(step).enter(campaign, wish(person, "key")))
                .isInstanceOf(Death.class);
        assertThat(entering.enter(campaign, wish(person, "key"))).isInstanceOf(TookPart.class);
        assertThat(points.balance(person)).isEqualTo(7);
        restart();
        assertThat(everybodys(campaign)).hasSize(1);
        assertThat(left(campaign)).isEqualTo(2);
        assertThat(points.balance(person)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(TakingStep.class)
    void aCouponThatWasWonIsOneWhereverItsHandingOutWasCutOff(TakingStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 10, 5);
        Campaign campaign = campaign(coupons(offerId, 3));
        String person = Ids.next();
        assertThatThrownBy(() -> dyingAt(step).enter(campaign, wish(person, "key")))
                .isInstanceOf(Death.class);
        restart();
        entering.enter(campaign, wish(person, "key"));
        assertThat(coupons.find(Query.query(Criteria.where("offerId").is(offerId))))
                .hasSize(1);
        assertThat(addsUp(campaign)).isTrue();
    }

    @Test
    void aSlowAttemptThatWasOvertakenPutsItsPrizeBackOnce() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 3));
        String person = Ids.next();
        Entering overtaken = replica(step -> {
            if (step == TakingStep.DECIDED && everybodys(campaign).isEmpty()) {
                entering.enter(campaign, wish(person, "faster"));
            }
        });
        TakingResult slow = overtaken.enter(campaign, wish(person, "slower"));
        assertThat(slow).isEqualTo(TakingResult.refused(Reason.NO_MORE_TODAY));
        assertThat(everybodys(campaign)).hasSize(1);
        assertThat(left(campaign)).isEqualTo(2);
        assertThat(pool(campaign).open()).isZero();
    }

    @Test
    void manyCutOffAtOnceAllComeRight() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 20));
        TakingStep[] steps = TakingStep.values();
        allAtOnce(60, i -> () -> {
            try {
                return (i % 3 == 0 ? entering : dyingAt(steps[i % steps.length]))
                        .enter(campaign, wish("person-" + i, "key"));
            } catch (Death killed) {
                return null;
            }
        });
        assertThat(addsUp(campaign)).isTrue();
        restart();
        allAtOnce(60, i -> () -> entering.enter(campaign, wish("person-" + i, "key")));
        assertThat(everybodys(campaign)).hasSize(60).allMatch(Participation::isSettled);
        assertThat(issued(campaign)).isEqualTo(20);
        assertThat(left(campaign)).isZero();
        assertThat(pool(campaign).open()).isZero();
    }

    /** A guest's coming is two participations: the steps of the host's lie between those of the guest's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anInvitationCutOffAnywhereCountsOnceForHostAndGuest(int fatal) throws Exception {
        Map<String, Object> guests = with(with(points(3), "quantity", 5), "side", "GUEST");
        Map<String, Object> hosts = with(with(points(20), "quantity", 5), "side", "HOST");
        Campaign campaign =
                shelf.find(running(plan("INVITATION", guests, hosts))).orElseThrow();
        String guest = Ids.next();
        String host = Ids.next();
        Wish wish = invited(guest, host);
        AtomicInteger reached = new AtomicInteger();
        Entering dying = replica(step -> {
            if (reached.incrementAndGet() == fatal) {
                throw new Death(step);
            }
        });
        assertThatThrownBy(() -> dying.enter(campaign, wish)).isInstanceOf(Death.class);
        restart();
        entering.enter(campaign, wish);
        assertThat(List.of(points.balance(guest), points.balance(host))).containsExactly(3L, 20L);
        assertThat(everybodys(campaign)).hasSize(2).allMatch(Participation::isSettled);
        assertThat(pool(campaign).left()).containsOnly(Map.entry("p1", 4), Map.entry("p2", 4));
        assertThat(pool(campaign).open()).isZero();
    }

    @Test
    void oneThatCannotBeFinishedKeepsNoOtherFromBeingFinished() throws Exception {
        Campaign campaign = campaign(with(points(7), "quantity", 3));
        String person = Ids.next();
        assertThatThrownBy(() -> dyingAt(TakingStep.RESERVED).enter(campaign, wish("aaa", "key")))
                .isInstanceOf(Death.class);
        assertThatThrownBy(() -> dyingAt(TakingStep.RESERVED).enter(campaign, wish(person, "key")))
                .isInstanceOf(Death.class);
        String first = pool(campaign).reservations().keySet().iterator().next();
        AtomicInteger calls = new AtomicInteger();
        Entering limping = replica(step -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("in trouble");
            }
        });
        clock.skip(LATER);
        assertThat(limping.finishStale(campaign, pool(campaign))).isFalse();
        assertThat(pool(campaign).reservations()).containsOnlyKeys(first);
        assertThat(limping.finishStale(campaign, pool(campaign))).isTrue();
        assertThat(pool(campaign).open()).isZero();
    }

    private Wish invited(String guest, String host) {
        Wish plain = wish(guest, "key");
        return new Wish(guest, plain.at(), null, 0, Side.GUEST, host, null, null, plain.keyScope(), plain.bodyHash());
    }

    /** What a process that is killed does not survive; no handler of the service catches it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(TakingStep step) {
            super("killed at " + step, null, false, false);
        }
    }

    private Entering dyingAt(TakingStep fatal) {
        return replica(step -> {
            if (step == fatal) {
                throw new Death(step);
            }
        });
    }

    private Entering replica(TakingStep.Watcher watcher) {
        return new Entering(shelf, offers, participations, pools, rewarding, settings, time, watcher);
    }

    /** The recovery of a process that has just started. */
    private void restart() {
        PrizeRecovery recovery = new PrizeRecovery(pools, shelf, entering, settings, time);
        recovery.sweepAfterStart();
        clock.skip(LATER);
        recovery.recover();
    }

    private Campaign campaign(Map<String, Object> prize) throws Exception {
        return shelf.find(running(plan("DRAW", prize))).orElseThrow();
    }

    private Wish wish(String person, String key) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        String scope = Ids.hash(person, key);
        return new Wish(person, now, null, 0, null, null, null, null, scope, "no-body");
    }

    private List<Participation> everybodys(Campaign campaign) {
        return participations.ofCampaign(campaign.id(), null, 1000);
    }

    private long issued(Campaign campaign) {
        return everybodys(campaign).stream()
                .filter(one -> one.entered().prizeIds().contains("p1"))
                .count();
    }

    private PrizePool pool(Campaign campaign) {
        return pools.find(campaign.id()).orElseThrow();
    }

    private int left(Campaign campaign) {
        return pool(campaign).left().get("p1");
    }

    /** Always true, whatever was cut off: total = left + given + reserved and not given yet. */
    private boolean addsUp(Campaign campaign) {
        int total = campaign.plan().prizes().get(0).quantity();
        PrizePool pool = pools.find(campaign.id()).orElseGet(() -> PrizePool.full(campaign));
        List<String> there = everybodys(campaign).stream()
                .map(one -> one.entered().attemptId())
                .toList();
        long reserved = pool.reservations().values().stream()
                .filter(open -> open.prizeIds().contains("p1") && !there.contains(open.attemptId()))
                .count();
        return total == pool.left().get("p1") + issued(campaign) + reserved
                && pool.open() == pool.reservations().size();
    }

    private static <R> List<R> allAtOnce(int times, IntFunction<Callable<R>> action) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(64);
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
}
