package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.StockLevel;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.outbox.OutboxEvent;

class RedemptionRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    private final Coupon coupon = claimed();

    @Test
    void aCouponIsRedeemedOnce() {
        coupon.redeem("cashier", null, "key", NOW);
        assertThat(coupon.statusAt(NOW)).isEqualTo(CouponStatus.REDEEMED);
        assertThatIllegalStateException().isThrownBy(() -> coupon.redeem("cashier", null, "other", NOW));
    }

    @Test
    void itExpiresTheMomentItsWindowCloses() {
        assertThat(coupon.statusAt(UNTIL.minusMillis(1))).isEqualTo(CouponStatus.CLAIMED);
        assertThat(coupon.statusAt(UNTIL)).isEqualTo(CouponStatus.EXPIRED);
        assertThatIllegalStateException().isThrownBy(() -> coupon.redeem("cashier", null, "key", UNTIL));
    }

    @Test
    void onlyTheNewestCodeOpensIt() {
        coupon.show("1111111111");
        coupon.show("2222222222");
        assertThat(coupon.isOpenedBy("1111111111")).isFalse();
        assertThat(coupon.isOpenedBy("2222222222")).isTrue();
    }

    @Test
    void aUsedCodeOpensNothingAnyMoreNotEvenAfterAReversal() {
        coupon.show("1111111111");
        coupon.redeem("cashier", null, "key", NOW);
        coupon.reverse("owner", "误操作", "key2", NOW);
        assertThat(coupon.isOpenedBy("1111111111")).isFalse();
    }

    @Test
    void aReversedCouponMayBeRedeemedAgainUnderAnotherRedemption() {
        Redemption first = coupon.redeem("cashier", null, "key", NOW);
        coupon.reverse("owner", "误操作", "key2", NOW);
        Redemption second = coupon.redeem("cashier", null, "key3", NOW);
        assertThat(second.redemptionId()).isNotEqualTo(first.redemptionId());
        assertThat(Coupon.idOfRedemption(second.redemptionId())).contains(coupon.id());
    }

    @Test
    void whatIsNotRedeemedCannotBeReversed() {
        assertThatIllegalStateException().isThrownBy(() -> coupon.reverse("owner", "误操作", "key", NOW));
    }

    @Test
    void everyTurnIsTold() {
        coupon.redeem("cashier", null, "key", NOW);
        coupon.reverse("owner", "误操作", "key2", NOW);
        assertThat(coupon.outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("coupon-claimed", "coupon-redeemed", "coupon-reversed");
    }

    @Test
    void theTrailKnowsRedemptionsAndReversalsButNoClaims() {
        assertThat(coupon.audit()).isEqualTo(AuditView.NONE);
        Redemption first = coupon.redeem("cashier", null, "key", NOW);
        assertThat(coupon.audit().organisationPath()).isEqualTo("/hq/B01/");
        assertThat(coupon.audit().facts())
                .containsEntry("status", "REDEEMED")
                .containsEntry("redemptionId", first.redemptionId())
                .doesNotContainValue("c1");
        coupon.reverse("owner", "误操作", "key2", NOW);
        assertThat(coupon.audit().facts()).containsEntry("status", "CLAIMED");
        assertThat(coupon.audit().reason()).isEqualTo("误操作");
    }

    @Test
    void aTextWithoutASeparatorNamesNoRedemption() {
        assertThat(Coupon.idOfRedemption("abc")).isEmpty();
        assertThat(Coupon.idOfRedemption("-1")).isEmpty();
    }

    @Test
    void aPersonsSlotsHaveIdsOfTheirOwnInThePersonsRange() {
        assertThat(CouponId.all("c1", "o1", 3)).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id).startsWith(CouponId.prefix("c1"));
            assertThat(id).isLessThan(CouponId.afterPrefix("c1"));
        });
        assertThat(CouponId.of("c1", "o1", 1)).isNotEqualTo(CouponId.of("c2", "o1", 1));
    }

    private static Coupon claimed() {
        ClaimableOffer offer = new ClaimableOffer("o1", "m1", "八折", UNTIL, 1, true);
        Reservation reservation = new Reservation("claim", "c1", 1, "scope", "hash", NOW);
        return Coupon.claimed(CouponId.of("c1", "o1", 1), offer, "面馆", "/hq/B01/", reservation, new StockLevel(9, 1));
    }
}
