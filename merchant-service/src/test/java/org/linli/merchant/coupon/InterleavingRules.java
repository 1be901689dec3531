package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Rule M-3 whatever happens in whatever order: claims, gifts, expiries, redemptions and reversals, many at once. */
class InterleavingRules extends ClaimTest {
    private static final int STOCK = 25;
    private static final int LIMIT = 2;
    private static final int PEOPLE = 20;
    private static final int TURNS = 400;

    @Autowired
    HandingOver handingOver;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261128, 77})
    void everyPieceOfStockIsInOneHand(long seed) throws Exception {
        String offerId = liveOffer(approvedMerchant(), STOCK, LIMIT);
        List<Claiming> replicas = List.of(claiming, replica(ClaimStep.Watcher.NOBODY));
        allAtOnce(TURNS, i -> () -> turn(offerId, new Random(seed + i), replicas.get(i % 2)));
        await().atMost(Duration.ofSeconds(10)).until(() -> stockOf(offerId).open() == 0);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds(offerId));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4711})
    void alsoWhenProcessesDieInBetween(long seed) throws Exception {
        String offerId = liveOffer(approvedMerchant(), STOCK, LIMIT);
        ClaimStep[] steps = ClaimStep.values();
        allAtOnce(TURNS, i -> () -> {
            try {
                return turn(
                        offerId, new Random(seed + i), i % 4 == 0 ? dyingAt(steps[i / 4 % steps.length]) : claiming);
            } catch (Death | DependencyUnavailableException killedOrBehindOneWhoWas) {
                return null;
            }
        });
        assertThat(addsUp(offerId)).isTrue();
        ClaimRecovery recovery = recovery();
        recovery.sweepAfterStart();
        clock.skip(Duration.ofSeconds(30));
        recovery.recover();
        await().atMost(Duration.ofSeconds(10)).until(() -> stockOf(offerId).open() == 0);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds(offerId));
    }

    private Object turn(String offerId, Random random, Claiming replica) {
        String person = "person-" + random.nextInt(PEOPLE);
        List<Coupon> all = all(offerId);
        if (all.isEmpty() || random.nextInt(3) == 0) {
            return replica.claim(claimOf(offerId, person, Ids.next()));
        }
        Coupon coupon = all.get(random.nextInt(all.size()));
        try {
            return switch (random.nextInt(5)) {
                case 0 -> give(coupon, person);
                case 1 -> expire(coupon);
                case 2 -> reverse(coupon);
                default -> redeem(coupon);
            };
        } catch (OptimisticLockingFailureException othersWereFaster) {
            return false;
        }
    }

    private boolean give(Coupon coupon, String receiver) {
        Instant now = time.instant();
        boolean taken = !coupon.consumerId().equals(receiver)
                && change(coupon, fresh -> fresh.offerAsGift("secret", now.plusSeconds(600), now))
                && change(coupon, fresh -> fresh.acceptGift(receiver, now));
        return taken && handingOver.finish(coupon, receiver, now, LIMIT).isPresent();
    }

    private boolean expire(Coupon coupon) {
        return coupon.id().hashCode() % 3 == 0
                && change(coupon, fresh -> fresh.tellExpiry(fresh.validUntil().plusSeconds(1)));
    }

    private boolean redeem(Coupon coupon) {
        Instant now = time.instant();
        return change(coupon, fresh -> {
            boolean usable = fresh.statusAt(now) == CouponStatus.CLAIMED && !fresh.isOnOffer(now);
            if (usable) {
                fresh.redeem("cashier", null, Ids.next(), now);
            }
            return usable;
        });
    }

    private boolean reverse(Coupon coupon) {
        return change(coupon, fresh -> {
            boolean redeemed = fresh.redemption().isPresent();
            if (redeemed) {
                fresh.reverse("owner", "误操作", Ids.next(), time.instant());
            }
            return redeemed;
        });
    }

    private boolean change(Coupon coupon, Function<Coupon, Boolean> step) {
        return coupons.change(coupon.id(), step, changed -> changed).orElseThrow();
    }

    private List<Coupon> all(String offerId) {
        return coupons.find(Query.query(Criteria.where("offerId").is(offerId)));
    }

    private void holds(String offerId) {
        List<Coupon> all = all(offerId);
        List<Coupon> claimed = couponsOf(offerId);
        assertThat(addsUp(offerId)).isTrue();
        assertThat(claimed.size() + stockOf(offerId).remaining()).isEqualTo(STOCK);

        Instant now = time.instant();
        List<Coupon> inHand = all.stream()
                .filter(coupon -> coupon.statusAt(now) != CouponStatus.GIVEN)
                .toList();
        assertThat(inHand).hasSameSizeAs(claimed);
        assertThat(all).hasSizeGreaterThan(claimed.size());

        Map<String, Long> perPerson =
                all.stream().collect(Collectors.groupingBy(Coupon::consumerId, Collectors.counting()));
        assertThat(perPerson.values()).allMatch(held -> held <= LIMIT);
    }
}
