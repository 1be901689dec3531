package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.merchant.coupon.ClaimResult.Reason;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.Stocks;
import org.linli.starter.Ids;

/** Rule M-2, the per-day limit, under many hands, across midnight in Shanghai, and across crashes. */
class DailyLimitRules extends ClaimTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void onOneDayAsManyAreClaimedAsTheLimitSaysWhoeverAsks() throws Exception {
        String offerId = limited(100, 1, 7);
        atNoon();
        List<Claiming> replicas = List.of(claiming, replica(ClaimStep.Watcher.NOBODY));
        List<ClaimResult> results =
                allAtOnce(90, i -> () -> replicas.get(i % 2).claim(claimOf(offerId, "person-" + i, "key")));
        assertThat(couponIds(results)).hasSize(7).doesNotHaveDuplicates();
        assertThat(results)
                .filteredOn(ClaimResult.Refused.class::isInstance)
                .containsOnly(ClaimResult.refused(Reason.DAILY_LIMIT_REACHED));
        assertThat(addsUp(offerId)).isTrue();
        assertThat(stockOf(offerId).remaining()).isEqualTo(93);
    }

    @Test
    void theRefusalIsNamedAndSaysWhenItGoesOn() throws Exception {
        String offerId = limited(10, 1, 1);
        atNoon();
        claimed(offerId, "first");
        refused(claim(offerId, "second", Ids.next()), 422, "daily-limit-reached");
        assertThat(body(claim(offerId, "third", Ids.next())).path("detail").asString())
                .contains("零点");
    }

    @Test
    void theNextDayBeginsAtMidnightInShanghai() throws Exception {
        String offerId = limited(10, 1, 2);
        setClock(LocalTime.of(23, 59, 30));
        claimed(offerId, "a");
        claimed(offerId, "b");
        refused(claim(offerId, "c", Ids.next()), 422, "daily-limit-reached");
        clock.skip(Duration.ofSeconds(31));
        claimed(offerId, "c");
        claimed(offerId, "d");
        refused(claim(offerId, "e", Ids.next()), 422, "daily-limit-reached");
    }

    @Test
    void theStockEndsBeforeTheDayDoes() throws Exception {
        String offerId = limited(2, 1, 5);
        atNoon();
        List<ClaimResult> results = allAtOnce(20, i -> () -> claiming.claim(claimOf(offerId, "p" + i, "key")));
        assertThat(couponIds(results)).hasSize(2);
        assertThat(results).contains(ClaimResult.refused(Reason.SOLD_OUT));
    }

    @Test
    void aRepeatIsAnsweredWhenTheDayIsFull() throws Exception {
        String offerId = limited(10, 1, 1);
        atNoon();
        Claim claim = claimOf(offerId, "person", "key");
        assertThat(couponIds(List.of(claiming.claim(claim)))).isEqualTo(couponIds(List.of(claiming.claim(claim))));
        assertThat(addsUp(offerId)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ClaimStep.class)
    void aClaimCutOffAnywhereCountsOnce(ClaimStep step) throws Exception {
        String offerId = limited(10, 1, 1);
        atNoon();
        Claim claim = claimOf(offerId, "unlucky", "key");
        try {
            dyingAt(step).claim(claim);
        } catch (Death killed) {
            assertThat(addsUp(offerId)).isTrue();
        }
        clock.skip(Duration.ofSeconds(30));
        assertThat(claiming.claim(claim)).isInstanceOf(ClaimResult.Claimed.class);
        assertThat(claiming.claim(claimOf(offerId, "next", "key")))
                .isEqualTo(ClaimResult.refused(Reason.DAILY_LIMIT_REACHED));
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void whatComesBackToTheStockComesBackToItsDay() throws Exception {
        String offerId = limited(10, 1, 1);
        atNoon();
        Reservation phantom = new Reservation("phantom", "p", 1, "scope", "no-body", time.instant());
        assertThat(stocks.reserve(offerId, Map.of("c1", phantom), 1)).hasSize(1);
        assertThat(stocks.release(offerId, "c1", phantom)).isTrue();
        assertThat(stocks.release(offerId, "c1", phantom)).isFalse();
        assertThat(stockOf(offerId).remaining()).isEqualTo(10);
        claimed(offerId, "a");
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void whatComesBackToADayLongForgottenComesBackToTheStockAlone() throws Exception {
        String offerId = limited(10, 1, 1);
        Instant longAgo = time.instant().minus(Duration.ofDays(9));
        Reservation old = new Reservation("old", "p", 1, "scope", "no-body", longAgo);
        stocks.reserve(offerId, Map.of("c1", old), 1);
        claimed(offerId, "a");
        assertThat(stocks.release(offerId, "c1", old)).isTrue();
        assertThat(stockOf(offerId).remaining()).isEqualTo(9);
        assertThat(stockOf(offerId).days()).hasSize(1).containsValue(1);
    }

    @Test
    void claimsOfTwoDaysInOneUpdateAreHeldAgainstTheirOwnDay() throws Exception {
        String offerId = limited(50, 1, 3);
        Instant today = time.instant();
        Instant yesterday = today.minus(Duration.ofDays(1));
        Map<String, Reservation> wanted = new java.util.LinkedHashMap<>();
        IntStream.range(0, 10).forEach(i -> wanted.put("c" + i, reservation("r" + i, i < 5 ? yesterday : today)));
        assertThat(stocks.reserve(offerId, wanted, 3)).containsOnlyKeys("c0", "c1", "c2", "c5", "c6", "c7");
        assertThat(stocks.reserve(offerId, Map.of("c9", reservation("r", today)), 3))
                .isEmpty();
        assertThat(addsUp(offerId)).isTrue();
    }

    @Test
    void theDocumentStaysSmallHoweverLongAnOfferRuns() throws Exception {
        String offerId = limited(1000, 1, 3);
        Instant first = time.instant();
        for (int day = 0; day < 60; day++) {
            Reservation one = reservation("r" + day, first.plus(Duration.ofDays(day)));
            stocks.reserve(offerId, Map.of("c" + day, one), Stocks.ANY_NUMBER);
            assertThat(stockOf(offerId).days().size()).isLessThan(6);
        }
        assertThat(addsUp(offerId)).isTrue();
    }

    private static Reservation reservation(String claimId, Instant at) {
        return new Reservation(claimId, "p", 1, "scope", "no-body", at);
    }

    private String limited(int stock, int perPerson, int perDay) throws Exception {
        String merchantId = approvedMerchant();
        Map<String, Object> form = offer(stock, perPerson);
        form.put("perDayLimit", perDay);
        return published(merchantId, draft(merchantId, form));
    }

    private void atNoon() {
        setClock(LocalTime.NOON);
    }

    /** Tomorrow at this time. */
    private void setClock(LocalTime at) {
        Instant now = clock.instant();
        LocalDate tomorrow = now.atZone(SHANGHAI).toLocalDate().plusDays(1);
        clock.skip(Duration.between(now, tomorrow.atTime(at).atZone(SHANGHAI)));
    }
}
