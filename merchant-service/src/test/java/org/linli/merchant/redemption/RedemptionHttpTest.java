package org.linli.merchant.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;

class RedemptionHttpTest extends HttpTest {
    private String merchantId;
    private String couponId;

    @BeforeEach
    void aClaimedCoupon() throws Exception {
        merchantId = approvedMerchant();
        couponId = claimed(liveOffer(merchantId, 5, 1), "c1");
    }

    @Test
    void aCouponIsRedeemedOnceByACashier() throws Exception {
        String code = shownCode(couponId, "c1");
        redeem(code, Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.couponId").value(couponId))
                .andExpect(jsonPath("$.redemptionId").exists())
                .andExpect(jsonPath("$.redeemedAt").exists());
        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "coupon-already-redeemed");
        refused(
                tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer("c1"), null),
                422,
                "coupon-already-redeemed");
    }

    @Test
    void twentyCashiersAtOnceRedeemItOnce() throws Exception {
        String code = shownCode(couponId, "c1");
        List<Integer> statuses = atOnce(20, i -> redeem(code, Callers.cashier(merchantId, "cashier-" + i), "k" + i));
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(19);
    }

    @Test
    void theSameKeyIsAnsweredTheSameAlsoAllAtOnce() throws Exception {
        String code = shownCode(couponId, "c1");
        String key = Ids.next();
        assertThat(atOnce(10, i -> redeem(code, Callers.cashier(merchantId), key)))
                .containsOnly(201);
        refused(redeem("0000000000", Callers.cashier(merchantId), key), 422, "idempotency-key-reused");
    }

    @Test
    void anotherMerchantsCouponIsRefused() throws Exception {
        refused(redeem(shownCode(couponId, "c1"), Callers.cashier("another"), Ids.next()), 422, "wrong-merchant");
    }

    @Test
    void anExpiredCodeIsRefused() throws Exception {
        String code = shownCode(couponId, "c1");
        clock.skip(Duration.ofMinutes(2));
        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "redemption-code-expired");
    }

    @Test
    void aNewerCodeMakesTheOlderOneVoid() throws Exception {
        String older = shownCode(couponId, "c1");
        String newer = shownCode(couponId, "c1");
        refused(redeem(older, Callers.cashier(merchantId), Ids.next()), 422, "redemption-code-expired");
        redeem(newer, Callers.cashier(merchantId), Ids.next()).andExpect(status().isCreated());
    }

    @Test
    void anUnknownCodeIsRefused() throws Exception {
        refused(redeem("x", Callers.cashier(merchantId), Ids.next()), 404, "redemption-code-unknown");
        refused(redeem("", Callers.cashier(merchantId), Ids.next()), 400, "invalid-parameter");
    }

    @Test
    void aCouponAfterItsWindowIsRefused() throws Exception {
        clock.skip(Duration.ofDays(30).minusMinutes(1));
        String code = shownCode(couponId, "c1");
        clock.skip(Duration.ofMinutes(1).plusSeconds(5));
        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "coupon-expired");
        refused(
                tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer("c1"), null),
                422,
                "coupon-expired");
    }

    @Test
    void theOwnerTakesARedemptionBackWithinADay() throws Exception {
        String redemptionId = redeemed();
        String key = Ids.next();
        reverse(redemptionId, merchantId, key)
                .andExpect(jsonPath("$.couponStatus").value("CLAIMED"));
        reverse(redemptionId, merchantId, key).andExpect(status().isOk());
        refused(reverse(redemptionId, merchantId, Ids.next()), 409, "illegal-state");
        redeem(shownCode(couponId, "c1"), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
    }

    @Test
    void afterADayItIsTooLate() throws Exception {
        String redemptionId = redeemed();
        clock.skip(Duration.ofHours(24).plusSeconds(5));
        refused(reverse(redemptionId, merchantId, Ids.next()), 422, "reversal-window-closed");
    }

    @Test
    void anothersRedemptionIsNotFound() throws Exception {
        String redemptionId = redeemed();
        refused(reverse(redemptionId, "another", Ids.next()), 404, "not-found");
        refused(reverse("nonsense", merchantId, Ids.next()), 404, "not-found");
        refused(reverse(couponId + "-7", merchantId, Ids.next()), 404, "not-found");
    }

    private String redeemed() throws Exception {
        return body(redeem(shownCode(couponId, "c1"), Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
    }

    private ResultActions reverse(String redemptionId, String merchant, String key) throws Exception {
        return tell(
                "/api/v1/redemptions/" + redemptionId + "/reversal",
                Callers.owner(merchant),
                key,
                Map.of("reason", "误操作"));
    }

    private interface Request {
        ResultActions send(int number) throws Exception;
    }

    @Test
    void a_pause_that_suspends_coupons_holds_until_the_offer_is_resumed() throws Exception {
        String offerId = liveOffer(merchantId, 5, 1);
        String suspended = claimed(offerId, "c2");
        String code = shownCode(suspended, "c2");
        var owner = Callers.owner(merchantId);
        tell("/api/v1/offers/" + offerId + "/pause", owner, Map.of("claimedCoupons", "SUSPENDED"));

        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "offer-suspended");
        refused(
                tell("/api/v1/me/coupons/" + suspended + "/redemption-code", Callers.consumer("c2"), null),
                422,
                "offer-suspended");

        tell("/api/v1/offers/" + offerId + "/resumption", owner, null).andExpect(status().isOk());
        redeem(code, Callers.cashier(merchantId), Ids.next()).andExpect(status().isCreated());
    }

    @Test
    void a_pause_that_honours_coupons_stops_claims_only() throws Exception {
        String offerId = liveOffer(merchantId, 5, 1);
        String code = shownCode(claimed(offerId, "c2"), "c2");
        tell("/api/v1/offers/" + offerId + "/pause", Callers.owner(merchantId), null);
        redeem(code, Callers.cashier(merchantId), Ids.next()).andExpect(status().isCreated());
    }

    @Test
    void outside_its_weekly_hours_a_coupon_is_claimed_but_not_redeemed() throws Exception {
        ZonedDateTime now = clock.instant().atZone(ZoneId.of("Asia/Shanghai"));
        Map<String, Object> form = offer(5, 1);
        form.put(
                "weeklyHours",
                List.of(Map.of("day", now.plusDays(2).getDayOfWeek().name(), "from", "00:00", "until", "24:00")));
        String hourly = claimed(published(merchantId, draft(merchantId, form)), "c2");
        refused(
                tell("/api/v1/me/coupons/" + hourly + "/redemption-code", Callers.consumer("c2"), null),
                422,
                "outside-redemption-hours");

        clock.skip(Duration.ofDays(2));
        String code = shownCode(hourly, "c2");
        clock.skip(Duration.between(
                clock.instant().atZone(now.getZone()), now.plusDays(3).truncatedTo(ChronoUnit.DAYS)));
        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "outside-redemption-hours");
    }

    private static List<Integer> atOnce(int times, Request request) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Integer>> all = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> request.send(i).andReturn().getResponse().getStatus())
                    .toList();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> done : hands.invokeAll(all)) {
                statuses.add(done.get());
            }
            return statuses;
        } finally {
            hands.shutdownNow();
        }
    }
}
