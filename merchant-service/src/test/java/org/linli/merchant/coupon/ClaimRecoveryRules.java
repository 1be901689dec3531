package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.Stocks;
import org.linli.merchant.stock.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Rule M-3 across crashes: nothing acknowledged is lost or doubled, no stock is lost for ever. */
class ClaimRecoveryRules extends ClaimTest {
    private static final Duration LATER = Duration.ofSeconds(30);

    @Autowired
    MongoTemplate template;

    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void aClaimCutOffAnywhereIsFinishedAfterARestart(ClaimStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 1);
        Claim claim = claimOf(offerId, "unlucky", "key");
        assertThatThrownBy(() -> dyingAt(step).claim(claim)).isInstanceOf(Death.class);
        assertThat(addsUp(offerId)).isTrue();

        restart();

        assertThat(stockOf(offerId).open()).isZero();
        assertThat(addsUp(offerId)).isTrue();
        assertThat(claiming.claim(claim)).isInstanceOf(Claimed.class);
        assertThat(couponsOf(offerId)).hasSize(1);
        assertThat(stockOf(offerId).remaining()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void whoTriesAgainWithTheSameKeyNeedNotWaitForTheRecovery(ClaimStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 2);
        Claim claim = claimOf(offerId, "unlucky", "key");
        assertThatThrownBy(() -> dyingAt(step).claim(claim)).isInstanceOf(Death.class);

        assertThat(claiming.claim(claim)).isInstanceOf(Claimed.class);

        restart();
        assertThat(couponsOf(offerId)).hasSize(1);
        assertThat(stockOf(offerId).remaining()).isEqualTo(2);
        assertThat(stockOf(offerId).open()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void theLastCouponIsToldToBeTheLastAlsoWhenItsClaimWasCutOff(ClaimStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 1, 1);
        Claim claim = claimOf(offerId, "last", "key");
        assertThatThrownBy(() -> dyingAt(step).claim(claim)).isInstanceOf(Death.class);
        restart();
        claiming.claim(claim);
        assertThat(soldOutRevision(offerId)).isEqualTo(stockOf(offerId).revision());
    }

    @Test
    void aStaleReservationOfAnotherClaimIsFinishedByWhoMeetsIt() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 1);
        assertThatThrownBy(() -> dyingAt(ClaimStep.RESERVED).claim(claimOf(offerId, "unlucky", "first")))
                .isInstanceOf(Death.class);
        clock.skip(LATER);
        ClaimResult second = claiming.claim(claimOf(offerId, "unlucky", "second"));
        assertThat(second).isEqualTo(ClaimResult.refused(ClaimResult.Reason.PER_PERSON_LIMIT_REACHED));
        assertThat(couponsOf(offerId)).hasSize(1);
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void aReservationForACouponThatIsAnotherClaimsGoesBackToTheStockOnce() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 1);
        claiming.claim(claimOf(offerId, "person", "key"));
        String couponId = CouponId.of("person", offerId, 1);
        awaitConfirmed(offerId);
        reserveAgain(offerId, couponId);
        assertThat(stockOf(offerId).remaining()).isEqualTo(1);

        OfferStock seenByAnother = stockOf(offerId);
        restart();
        clock.skip(LATER);
        recovery().finishStale(seenByAnother);

        assertThat(stockOf(offerId).remaining()).isEqualTo(2);
        assertThat(stockOf(offerId).open()).isZero();
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void aLateConfirmationDoesNotRemoveAnothersReservation() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 1);
        claiming.claim(claimOf(offerId, "person", "key"));
        String couponId = CouponId.of("person", offerId, 1);
        String claimId = coupons.find(couponId).orElseThrow().claimId();
        awaitConfirmed(offerId);
        reserveAgain(offerId, couponId);
        stocks.confirm(List.of(new Taken(offerId, couponId, claimId)));
        assertThat(stockOf(offerId).open()).isOne();
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void aRecoveryWhileTheClaimIsStillRunningChangesNothingForIt() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 3, 1);
        Claiming overtaken = replica(step -> {
            if (step == ClaimStep.RESERVED) {
                clock.skip(LATER);
                recovery().finishStale(stockOf(offerId));
            }
        });
        ClaimResult result = overtaken.claim(claimOf(offerId, "slow", "key"));
        assertThat(couponIds(List.of(result))).containsExactly(CouponId.of("slow", offerId, 1));
        assertThat(couponsOf(offerId)).hasSize(1);
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void manyCutOffAtOnceAllComeRight() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 40, 1);
        ClaimStep[] steps = ClaimStep.values();
        allAtOnce(60, i -> () -> {
            try {
                return claimOrDie(i % 3 == 0 ? claiming : dyingAt(steps[i % steps.length]), offerId, i);
            } catch (Death killed) {
                return null;
            }
        });
        assertThat(addsUp(offerId)).isTrue();
        restart();
        assertThat(stockOf(offerId).open()).isZero();
        assertThat(addsUp(offerId)).isTrue();
        allAtOnce(60, i -> () -> claimOrDie(claiming, offerId, i));
        assertThat(couponsOf(offerId)).hasSize(40);
        assertThat(stockOf(offerId).remaining()).isZero();
    }

    private static ClaimResult claimOrDie(Claiming replica, String offerId, int person) {
        return replica.claim(claimOf(offerId, "person-" + person, "key"));
    }

    private void restart() {
        ClaimRecovery recovery = recovery();
        recovery.sweepAfterStart();
        clock.skip(LATER);
        recovery.recover();
    }

    private void awaitConfirmed(String offerId) {
        await().until(() -> stockOf(offerId).open() == 0);
    }

    private void reserveAgain(String offerId, String couponId) {
        Reservation phantom = new Reservation("phantom", "person", 1, "scope", "no-body", time.instant());
        assertThat(stocks.reserve(offerId, Map.of(couponId, phantom), Stocks.ANY_NUMBER))
                .containsKey(couponId);
    }

    private long soldOutRevision(String offerId) {
        Number revision = (Number) template.getCollection("offers")
                .find(new Document("_id", offerId))
                .first()
                .get("soldOutRevision");
        return revision.longValue();
    }
}
