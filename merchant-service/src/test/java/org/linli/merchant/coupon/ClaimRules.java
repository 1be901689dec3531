package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.coupon.ClaimResult.Reason;
import org.linli.merchant.coupon.ClaimResult.Refused;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.Stocks;
import org.linli.merchant.stock.Taken;
import org.linli.starter.Ids;

/** Rule M-3 under many hands: never more than the stock, never more than the personal limit, nothing left unsold. */
class ClaimRules extends ClaimTest {
    @Test
    void oneCouponAndSixtyFourPeopleMakeOneClaim() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 1, 1);
        List<ClaimResult> results = allAtOnce(64, i -> () -> claiming.claim(claimOf(offerId, "person-" + i, "key")));
        assertThat(couponIds(results)).hasSize(1);
        assertThat(refusals(results)).containsExactly(Reason.SOLD_OUT);
        settled(offerId, 0, 1);
    }

    @Test
    void oneCouponAndOnePersonWithSixtyFourKeysMakeOneClaim() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 1, 1);
        List<ClaimResult> results = allAtOnce(64, i -> () -> claiming.claim(claimOf(offerId, "greedy", "key-" + i)));
        assertThat(couponIds(results)).hasSize(1);
        settled(offerId, 0, 1);
    }

    @Test
    void aHundredCouponsAndFiveHundredPeopleMakeExactlyAHundredClaims() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 100, 1);
        List<ClaimResult> results = allAtOnce(500, i -> () -> claiming.claim(claimOf(offerId, "person-" + i, "key")));
        assertThat(couponIds(results)).hasSize(100).doesNotHaveDuplicates();
        settled(offerId, 0, 100);
    }

    @Test
    void aPersonInParallelGetsAsManyAsThePersonalLimit() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 50, 2);
        List<ClaimResult> results = allAtOnce(50, i -> () -> claiming.claim(claimOf(offerId, "greedy", "key-" + i)));
        assertThat(couponIds(results)).hasSize(2).doesNotHaveDuplicates();
        assertThat(refusals(results)).containsExactly(Reason.PER_PERSON_LIMIT_REACHED);
        settled(offerId, 48, 2);
    }

    @Test
    void aPersonAtTwoReplicasGetsNoMoreAndCostsNoStock() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 50, 3);
        List<Claiming> replicas = List.of(claiming, replica(ClaimStep.Watcher.NOBODY));
        List<ClaimResult> results =
                allAtOnce(60, i -> () -> replicas.get(i % 2).claim(claimOf(offerId, "greedy", "key-" + i)));
        assertThat(couponIds(results)).hasSize(3).doesNotHaveDuplicates();
        settled(offerId, 47, 3);
    }

    @Test
    void oneKeyTwentyTimesAtOnceIsOneCouponAndOneAnswer() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 50, 3);
        List<Claiming> replicas = List.of(claiming, replica(ClaimStep.Watcher.NOBODY));
        List<ClaimResult> results =
                allAtOnce(20, i -> () -> replicas.get(i % 2).claim(claimOf(offerId, "patient", "same")));
        assertThat(couponIds(results)).hasSize(20);
        assertThat(Set.copyOf(couponIds(results))).hasSize(1);
        settled(offerId, 49, 1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 3);
        Claim first = claimOf(offerId, "person", "key");
        Claim other = new Claim(offerId, "person", first.keyScope(), "another-body");
        assertThat(claiming.claim(first)).isInstanceOf(Claimed.class);
        assertThat(claiming.claim(other)).isEqualTo(new Refused(Reason.KEY_REUSED));
        settled(offerId, 4, 1);
    }

    @Test
    void aRepeatedClaimIsAnsweredAlsoAfterTheOfferEnded() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        Claim claim = claimOf(offerId, "person", Ids.next());
        String couponId = couponIds(List.of(claiming.claim(claim))).get(0);
        clock.skip(Duration.ofDays(60));
        assertThat(couponIds(List.of(claiming.claim(claim)))).containsExactly(couponId);
    }

    @Test
    void claimsThatShareNothingAreAsExactAndLeaveNothingToForget() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 100, 1);
        List<Claiming> replicas = List.of(sharingNothing(), claiming);
        List<ClaimResult> results =
                allAtOnce(300, i -> () -> replicas.get(i % 2).claim(claimOf(offerId, "person-" + i, "key")));
        assertThat(couponIds(results)).hasSize(100).doesNotHaveDuplicates();
        settled(offerId, 0, 100);
        String another = liveOffer(approvedMerchant(), 3, 1);
        assertThat(replicas.get(0).claim(claimOf(another, "person", "key"))).isInstanceOf(Claimed.class);
        assertThat(stockOf(another).reservations()).isEmpty();
        settled(another, 2, 1);
    }

    /** Looks and confirmations of several offers share questions and writes. */
    @Test
    void claimsOfManyOffersAtOnceAreEachAnsweredForTheirOwn() throws Exception {
        List<String> offers = liveOffers(12, 3);
        List<ClaimResult> results =
                allAtOnce(96, i -> () -> claiming.claim(claimOf(offers.get(i % 12), "person-" + i / 12, "key")));
        assertThat(couponIds(results)).hasSize(36).doesNotHaveDuplicates();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Claimed claimed) {
                assertThat(claimed.coupon().offerId()).isEqualTo(offers.get(i % 12));
                assertThat(claimed.coupon().consumerId()).isEqualTo("person-" + i / 12);
            }
        }
        for (String offerId : offers) {
            settled(offerId, 0, 3);
        }
    }

    @Test
    void aConfirmationThatComesTooLateHoldsUpNoOther() throws Exception {
        List<Taken> reserved = new ArrayList<>();
        for (String offerId : liveOffers(3, 5)) {
            for (String coupon : List.of("first-" + offerId, "second-" + offerId)) {
                Reservation reservation = new Reservation("mine", coupon, 1, "key", "no-body", time.instant());
                stocks.reserve(offerId, Map.of(coupon, reservation), Stocks.ANY_NUMBER);
                reserved.add(new Taken(offerId, coupon, "mine"));
            }
        }
        Taken late = reserved.remove(2);
        reserved.add(new Taken(late.offerId(), late.couponId(), "of-another-claim"));
        stocks.confirm(reserved);
        for (Taken one : reserved) {
            assertThat(stockOf(one.offerId()).reservations().keySet())
                    .isEqualTo(one.offerId().equals(late.offerId()) ? Set.of(late.couponId()) : Set.of());
        }
    }

    private List<String> liveOffers(int offers, int stock) throws Exception {
        String merchant = approvedMerchant();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < offers; i++) {
            ids.add(liveOffer(merchant, stock, 1));
        }
        return ids;
    }

    private static Set<Reason> refusals(List<ClaimResult> results) {
        return results.stream()
                .filter(Refused.class::isInstance)
                .map(result -> ((Refused) result).reason())
                .collect(Collectors.toSet());
    }

    private void settled(String offerId, int remaining, int sold) {
        assertThat(addsUp(offerId)).isTrue();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(stockOf(offerId).open()).isZero();
            assertThat(stockOf(offerId).remaining()).isEqualTo(remaining);
        });
        assertThat(couponsOf(offerId)).hasSize(sold);
    }
}
