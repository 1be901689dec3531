package org.linli.merchant.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
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
import org.linli.merchant.coupon.Coupons;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Rule M-3: a coupon given to a friend is one coupon in one hand at any moment. */
class GiftHttpTest extends HttpTest {
    @Autowired
    Coupons coupons;

    private String merchantId;
    private String offerId;
    private String couponId;

    @BeforeEach
    void aGiftableCoupon() throws Exception {
        merchantId = approvedMerchant();
        Map<String, Object> form = offer(5, 1);
        form.put("giftable", true);
        offerId = published(merchantId, draft(merchantId, form));
        couponId = claimed(offerId, "giver");
    }

    @Test
    void theReceiverHasItAndTheGiverHasNot() throws Exception {
        String received = accepted(token(), "friend");
        redeem(shownCode(received, "friend"), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
        refused(code("giver"), 422, "coupon-given-away");
        ask("/api/v1/me/coupons/" + couponId, Callers.consumer("giver"))
                .andExpect(jsonPath("$.status").value("GIVEN"));
    }

    @Test
    void aGiftCostsNoStock() throws Exception {
        accepted(token(), "friend");
        ask("/api/v1/offers/" + offerId, Callers.consumer("x"))
                .andExpect(jsonPath("$.stockLeft").value(4));
    }

    @Test
    void whileItIsOnOfferTheGiverCannotUseItNotEvenWithACodeShownBefore() throws Exception {
        String code = shownCode(couponId, "giver");
        token();
        refused(redeem(code, Callers.cashier(merchantId), Ids.next()), 422, "coupon-on-offer-as-gift");
        refused(code("giver"), 422, "coupon-on-offer-as-gift");
        refused(offer("giver"), 409, "illegal-state");
    }

    @Test
    void twentyFriendsAtOnceAndOneGetsIt() throws Exception {
        String token = token();
        List<Integer> statuses = atOnce(20, i -> accept(token, "friend-" + i));
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(19);
        long received =
                IntStream.range(0, 20).filter(i -> listed("friend-" + i) > 0).count();
        assertThat(received).isOne();
    }

    @Test
    void oneFriendTwentyTimesAtOnceGetsItOnce() throws Exception {
        String token = token();
        assertThat(atOnce(20, i -> accept(token, "friend"))).containsOnly(201);
        assertThat(listed("friend")).isOne();
        assertThat(accepted(token, "friend")).isEqualTo(accepted(token, "friend"));
    }

    @Test
    void takingItBackAndTakingItMeetAndOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String giver = "giver-" + round;
            String friend = "friend-" + Ids.next();
            couponId = claimed(publishedGiftable(), giver);
            String token = body(offer(giver)).path("token").asString();
            List<Integer> statuses = atOnce(2, i -> i == 0 ? withdraw(giver) : accept(token, friend));
            boolean giverHasIt = code(giver).andReturn().getResponse().getStatus() == 201;
            assertThat(listed(friend)).isEqualTo(giverHasIt ? 0 : 1);
            assertThat(statuses.get(0) == 204).isEqualTo(giverHasIt);
        }
    }

    @Test
    void takenBackItIsTheGiversAndTheLinkIsVoid() throws Exception {
        String token = token();
        withdraw("giver").andExpect(status().isNoContent());
        withdraw("giver").andExpect(status().isNoContent());
        refused(accept(token, "friend"), 404, "gift-unknown");
        code("giver").andExpect(status().isCreated());
    }

    @Test
    void afterItsTimeItIsTheGiversAgainWithoutAnybodysDoing() throws Exception {
        String token = token();
        clock.skip(Duration.ofHours(24).plusSeconds(1));
        refused(accept(token, "friend"), 422, "gift-over");
        code("giver").andExpect(status().isCreated());
    }

    @Test
    void whoHasAsManyAsOnePersonMayTakesNoneAndTheGiftStaysOpen() throws Exception {
        claimed(offerId, "friend");
        String token = token();
        refused(accept(token, "friend"), 422, "per-person-limit-reached");
        accept(token, "another").andExpect(status().isCreated());
        refused(claim(offerId, "another", Ids.next()), 422, "per-person-limit-reached");
    }

    @Test
    void aReceiverWhoClaimsAtTheSameMomentHasOneInTheEnd() throws Exception {
        for (int round = 0; round < 10; round++) {
            String friend = "friend-" + Ids.next();
            couponId = claimed(publishedGiftable(), "giver");
            String offer = coupons.find(couponId).orElseThrow().offerId();
            String token = body(offer("giver")).path("token").asString();
            atOnce(2, i -> i == 0 ? claim(offer, friend, Ids.next()) : accept(token, friend));
            assertThat(listed(friend)).isOne();
            boolean giverHasIt = withdraw("giver").andReturn().getResponse().getStatus() == 204;
            ask("/api/v1/offers/" + offer, Callers.consumer("x"))
                    .andExpect(jsonPath("$.stockLeft").value(giverHasIt ? 2 : 3));
        }
    }

    /** The process died after the giver's coupon said who took it: the event finishes it. */
    @Test
    void anAcceptanceThatWasCutOffIsFinished() throws Exception {
        token();
        coupons.change(couponId, coupon -> coupon.acceptGift("late-friend", clock.instant()));
        await().atMost(Duration.ofSeconds(20)).until(() -> listed("late-friend") == 1);
    }

    @Test
    void refusalsAreNamed() throws Exception {
        String plain = claimed(liveOffer(merchantId, 3, 1), "giver");
        refused(
                tell("/api/v1/me/coupons/" + plain + "/gift", Callers.consumer("giver"), null),
                422,
                "coupon-not-giftable");
        refused(offer("thief"), 404, "not-found");
        refused(withdraw("thief"), 404, "not-found");
        String token = token();
        refused(accept(token, "giver"), 422, "gift-own");
        refused(accept(token + "0", "friend"), 404, "gift-unknown");
        refused(accept("nonsense", "friend"), 404, "gift-unknown");
        refused(accept("", "friend"), 400, "invalid-parameter");
        accepted(token, "friend");
        refused(accept(token, "other"), 422, "gift-taken");
        refused(withdraw("giver"), 422, "gift-taken");
    }

    @Test
    void aUsedCouponIsNotGiven() throws Exception {
        redeem(shownCode(couponId, "giver"), Callers.cashier(merchantId), Ids.next());
        refused(offer("giver"), 409, "illegal-state");
    }

    private String publishedGiftable() throws Exception {
        Map<String, Object> form = offer(4, 1);
        form.put("giftable", true);
        return published(merchantId, draft(merchantId, form));
    }

    private ResultActions code(String consumer) throws Exception {
        return tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer(consumer), null);
    }

    private ResultActions offer(String consumer) throws Exception {
        return tell("/api/v1/me/coupons/" + couponId + "/gift", Callers.consumer(consumer), null);
    }

    private ResultActions withdraw(String consumer) throws Exception {
        return mvc.perform(delete("/api/v1/me/coupons/" + couponId + "/gift").with(Callers.consumer(consumer)));
    }

    private String token() throws Exception {
        ResultActions offered = offer("giver");
        offered.andExpect(status().isCreated()).andExpect(jsonPath("$.until").exists());
        return body(offered).path("token").asString();
    }

    private ResultActions accept(String token, String consumer) throws Exception {
        return tell("/api/v1/me/coupons/gifts", Callers.consumer(consumer), Map.of("token", token));
    }

    private String accepted(String token, String consumer) throws Exception {
        ResultActions accepted = accept(token, consumer);
        accepted.andExpect(status().isCreated());
        return body(accepted).path("couponId").asString();
    }

    /** Of the offer of {@link #couponId}. */
    private int listed(String consumer) {
        try {
            String offer = coupons.find(couponId).orElseThrow().offerId();
            return (int) body(ask("/api/v1/me/coupons?size=100", Callers.consumer(consumer)))
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("offerId").asString().equals(offer))
                    .count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Request {
        ResultActions send(int number) throws Exception;
    }

    private static List<Integer> atOnce(int times, Request request) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Integer>> all = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> request.send(i).andReturn().getResponse().getStatus())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : hands.invokeAll(all)) {
                statuses.add(done.get());
            }
            return statuses;
        } finally {
            hands.shutdownNow();
        }
    }
}
