package org.linli.merchant.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What looks like abuse, and what does not (rule M-8). */
class AbuseRules {
    private static final AbuseSettings SETTINGS = new AbuseSettings(30, 6, 30, 3, 80, 30);
    private static final int TODAY = 20_700;

    private final Hand hand = new Hand();
    private final ClaimPace pace = new ClaimPace(SETTINGS, hand);

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private long millis = 1_000_000;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private int refusedOf(int claims, int everyMillis) {
        int refused = 0;
        for (int i = 0; i < claims; i++) {
            refused += pace.isTooFast("c1") ? 1 : 0;
            hand.millis += everyMillis;
        }
        return refused;
    }

    @Test
    void thirtyClaimsASecondAreNeverRefusedHoweverLong() {
        assertThat(refusedOf(30, 0)).isZero();
        hand.millis += 1_000;
        assertThat(refusedOf(3_000, 34)).isZero();
    }

    @Test
    void whatIsAboveThirtyInASecondIsRefusedAndDoesNotCount() {
        assertThat(refusedOf(50, 0)).isEqualTo(20);
        hand.millis += 999;
        assertThat(pace.isTooFast("c1")).isTrue();
        hand.millis += 1;
        assertThat(refusedOf(30, 0)).isZero();
    }

    @Test
    void eachPersonHasAPaceOfTheirOwn() {
        refusedOf(30, 0);
        assertThat(pace.isTooFast("c1")).isTrue();
        assertThat(pace.isTooFast("c2")).isFalse();
    }

    @Test
    void aFamilyMayShareADeviceManyAccountsAreTold() {
        assertThat(Policy.sharedDevice(people(5), SETTINGS)).isEmpty();
        assertThat(Policy.sharedDevice(Collections.nCopies(100, "one"), SETTINGS))
                .isEmpty();
        assertThat(Policy.sharedDevice(people(6), SETTINGS).orElseThrow().evidence())
                .containsEntry("accounts", 6);
    }

    private static List<String> people(int number) {
        return IntStream.range(0, number).mapToObj(i -> "p" + i).toList();
    }

    @Test
    void regularsOfASmallShopAreNoSuspicion() {
        List<String> customers = new ArrayList<>(people(20));
        customers.addAll(Collections.nCopies(12, "regular1"));
        customers.addAll(Collections.nCopies(10, "regular2"));
        customers.addAll(Collections.nCopies(8, "regular3"));
        assertThat(Policy.sameFew(customers, SETTINGS)).isEmpty();
    }

    @Test
    void aQuietWeekWithThreeGuestsIsNoSuspicion() {
        List<String> customers = new ArrayList<>();
        customers.addAll(Collections.nCopies(10, "a"));
        customers.addAll(Collections.nCopies(10, "b"));
        customers.addAll(Collections.nCopies(9, "c"));
        assertThat(Policy.sameFew(customers, SETTINGS)).isEmpty();
    }

    @Test
    void manyRedemptionsForTheSameFewAreTold() {
        List<String> customers = new ArrayList<>(people(6));
        customers.addAll(Collections.nCopies(20, "friend1"));
        customers.addAll(Collections.nCopies(10, "friend2"));
        Policy.Suspicion told = Policy.sameFew(customers, SETTINGS).orElseThrow();
        assertThat(told.people()).contains("friend1", "friend2").hasSize(3);
        assertThat(told.evidence()).containsEntry("redemptions", 36).containsEntry("ofTheFew", 31);
    }

    @Test
    void aShopsOwnPeopleAreToldAndNobodyElse() {
        assertThat(Policy.ownShop("c1", false, false)).isEmpty();
        assertThat(Policy.ownShop("c1", true, false)).isPresent();
        assertThat(Policy.ownShop("c1", false, true)).isPresent();
    }

    @Test
    void aRedemptionCountsOnceAndNotWhenItWasTakenBack() {
        Watch watch = new Watch("w");
        assertThat(watch.see(new Sighting("r1", "c1", TODAY, false), TODAY - 29))
                .isTrue();
        assertThat(watch.see(new Sighting("r1", "c1", TODAY, false), TODAY - 29))
                .isFalse();
        assertThat(watch.people(TODAY - 29)).containsExactly("c1");
        assertThat(watch.see(new Sighting("r1", "c1", TODAY, true), TODAY - 29)).isTrue();
        assertThat(watch.see(new Sighting("r1", "c1", TODAY, false), TODAY - 29))
                .isFalse();
        assertThat(watch.people(TODAY - 29)).isEmpty();
    }

    @Test
    void aWatchForgetsWhatIsOldAndWhoeverWantsIt() {
        Watch watch = new Watch("w");
        assertThat(watch.see(new Sighting("r0", "c0", TODAY - 30, false), TODAY - 29))
                .isFalse();
        watch.see(new Sighting("r1", "c1", TODAY - 29, false), TODAY - 29);
        watch.see(new Sighting("r2", "c2", TODAY, false), TODAY - 29);
        assertThat(watch.people(TODAY - 28)).containsExactly("c2");
        assertThat(watch.forget("c2")).isTrue();
        assertThat(Set.copyOf(watch.people(TODAY - 29))).containsExactly("c1");
    }
}
