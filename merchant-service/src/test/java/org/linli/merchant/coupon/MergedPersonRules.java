package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.coupon.ClaimResult.Reason;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Two who turned out to be one person get no more than one person may, from then on (rules M-3, W-8). */
class MergedPersonRules extends ClaimTest {
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final ClaimResult LIMIT = ClaimResult.refused(Reason.PER_PERSON_LIMIT_REACHED);

    @Autowired
    MongoTemplate template;

    @Autowired
    HandingOver handingOver;

    private String past;
    private String present;

    @BeforeEach
    void twoPeople() {
        past = "past-" + Ids.next();
        present = "present-" + Ids.next();
    }

    @Test
    void whatEitherHadCountsForTheOneTheyAre() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 3);
        claims(claiming, offerId, past, 1);
        claims(claiming, offerId, present, 1);
        people.became(past, present);
        claims(claiming, offerId, present, 1);
        assertThat(claiming.claim(claimOf(offerId, present, "more"))).isEqualTo(LIMIT);
        assertThat(claiming.claim(claimOf(offerId, past, "more"))).isEqualTo(LIMIT);
        inHandsOfBoth(offerId, 3);
    }

    @Test
    void whoHadMoreThanOneMayKeepsItAndGetsNoMore() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 2);
        claims(claiming, offerId, past, 2);
        claims(claiming, offerId, present, 1);
        people.became(past, present);
        assertThat(claiming.claim(claimOf(offerId, present, "more"))).isEqualTo(LIMIT);
        inHandsOfBoth(offerId, 3);
    }

    @Test
    void aChainOfPeopleIsOnePersonWhateverWasToldFirst() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 2);
        String oldest = "oldest-" + Ids.next();
        claims(claiming, offerId, oldest, 1);
        people.became(past, present);
        claims(claiming, offerId, present, 1);
        people.became(oldest, past);
        assertThat(Stream.of(oldest, past, present).map(id -> claiming.claim(claimOf(offerId, id, "more"))))
                .containsOnly(LIMIT);
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void aTokenOfThePastClaimsForThePresentAndTheSameKeyIsTheSameCoupon() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 2);
        Claim before = claimOf(offerId, past, "before");
        ClaimResult first = claiming.claim(before);
        people.became(past, present);
        Claimed later = (Claimed) claiming.claim(claimOf(offerId, past, "later"));
        assertThat(later.coupon().consumerId()).isEqualTo(present);
        assertThat(couponIds(List.of(claiming.claim(before)))).isEqualTo(couponIds(List.of(first)));
        inHandsOfBoth(offerId, 2);
    }

    /** The process that wrote the links may have died after the first. */
    @Test
    void halfALinkIsEnough() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 1);
        template.upsert(Query.query(Criteria.where("_id").is(present)), new Update().addToSet("ids", past), "past_ids");
        claims(claiming, offerId, present, 1);
        assertThat(claiming.claim(claimOf(offerId, past, "more"))).isEqualTo(LIMIT);
        inHandsOfBoth(offerId, 1);
    }

    /** However far the claim of the past had come when the two became one. */
    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void aClaimUnderWayMeetsTheLimitToo(ClaimStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 1);
        Claiming overtaken = replica(new ClaimStep.Watcher() {
            private boolean met;

            @Override
            public void reached(ClaimStep now) {
                if (now == step && !met) {
                    met = true;
                    people.became(past, present);
                    claiming.claim(claimOf(offerId, present, "overtaking"));
                }
            }
        });
        overtaken.claim(claimOf(offerId, past, "overtaken"));
        inHandsOfBoth(offerId, 1);
    }

    /** The present person's own, aimed at a slot that the past has used up. */
    @Test
    void aClaimUnderWayOfThePresentMeetsItToo() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 2);
        claims(claiming, offerId, past, 1);
        claims(claiming, offerId, present, 0);
        Claiming overtaken = replica(step -> {
            if (step == ClaimStep.DECIDED && people.linked(List.of(past)).isEmpty()) {
                people.became(past, present);
                claims(claiming, offerId, present, 1);
            }
        });
        assertThat(overtaken.claim(claimOf(offerId, present, "overtaken"))).isEqualTo(LIMIT);
        inHandsOfBoth(offerId, 2);
    }

    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void aClaimCutOffBeforeTheyWereOneAddsNothingLater(ClaimStep step) throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 1);
        assertThatThrownBy(() -> dyingAt(step).claim(claimOf(offerId, past, "unlucky")))
                .isInstanceOf(Death.class);
        people.became(past, present);
        claiming.claim(claimOf(offerId, present, "key"));
        ClaimRecovery recovery = recovery();
        recovery.sweepAfterStart();
        clock.skip(LATER);
        recovery.recover();
        inHandsOfBoth(offerId, 1);
        assertThat(stockOf(offerId).open()).isZero();
    }

    @Test
    void manyHandsOfBothGetWhatOneMay() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 200, 5);
        claims(claiming, offerId, past, 2);
        people.became(past, present);
        List<Claiming> replicas = List.of(claiming, replica(ClaimStep.Watcher.NOBODY));
        allAtOnce(64, i -> () -> replicas.get(i % 2).claim(claimOf(offerId, i % 3 == 0 ? past : present, "key" + i)));
        inHandsOfBoth(offerId, 5);
    }

    @Test
    void aGiftTakesARoomThatIsThereForBothTogether() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 1);
        claims(claiming, offerId, past, 1);
        people.became(past, present);
        assertThat(handingOver.hasRoom(present, offerId, 1)).isFalse();
        Coupon gift = ((Claimed) claiming.claim(claimOf(offerId, "giver-" + Ids.next(), "key"))).coupon();
        assertThat(handingOver.finish(gift, present, time.instant(), 1)).isEmpty();
        assertThat(handingOver.finish(gift, past, time.instant(), 1)).isEmpty();
        inHandsOfBoth(offerId, 1);
    }

    @Test
    void aGiftThatCameBeforeIsFoundAgainUnderTheOldId() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 9, 2);
        Coupon gift = ((Claimed) claiming.claim(claimOf(offerId, "giver-" + Ids.next(), "key"))).coupon();
        Coupon received = handingOver.finish(gift, past, time.instant(), 2).orElseThrow();
        people.became(past, present);
        assertThat(handingOver
                        .finish(gift, past, time.instant(), 2)
                        .orElseThrow()
                        .id())
                .isEqualTo(received.id());
        inHandsOfBoth(offerId, 1);
    }

    private static void claims(Claiming replica, String offerId, String person, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(replica.claim(claimOf(offerId, person, Ids.next()))).isInstanceOf(Claimed.class);
        }
    }

    private void inHandsOfBoth(String offerId, int expected) {
        Criteria theirs =
                Criteria.where("offerId").is(offerId).and("consumerId").in(past, present);
        assertThat(coupons.find(Query.query(theirs))).hasSize(expected);
        assertThat(addsUp(offerId)).isTrue();
    }
}
