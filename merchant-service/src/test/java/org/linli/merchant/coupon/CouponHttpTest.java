package org.linli.merchant.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.linli.starter.web.Cursor;
import org.springframework.test.web.servlet.ResultActions;

class CouponHttpTest extends HttpTest {
    @Test
    void aClaimIsAnsweredWithACoupon() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        claim(offerId, "c1", Ids.next())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.couponId").exists())
                .andExpect(jsonPath("$.offerId").value(offerId))
                .andExpect(jsonPath("$.status").value("CLAIMED"))
                .andExpect(jsonPath("$.validUntil").exists());
    }

    @Test
    void theSameKeyIsAnsweredTheSameEvenWhenTheCouponWasUsedSince() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 5, 3);
        String key = Ids.next();
        ResultActions first = claim(offerId, "c1", key);
        String couponId = body(first).path("couponId").asString();
        redeem(shownCode(couponId, "c1"), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
        ResultActions second = claim(offerId, "c1", key);
        second.andExpect(status().isCreated());
        assertThat(body(second)).isEqualTo(body(first));
    }

    @Test
    void theSameKeyForAnotherOfferIsAnotherClaim() throws Exception {
        String merchantId = approvedMerchant();
        String key = Ids.next();
        String first = body(claim(liveOffer(merchantId, 5, 1), "c1", key))
                .path("couponId")
                .asString();
        String second = body(claim(liveOffer(merchantId, 5, 1), "c1", key))
                .path("couponId")
                .asString();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theSameKeyOfAnotherPersonIsAnotherClaim() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        String key = Ids.next();
        String first = body(claim(offerId, "c1", key)).path("couponId").asString();
        String second = body(claim(offerId, "c2", key)).path("couponId").asString();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndAnEmptyOneIsNoBody() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 3);
        String path = "/api/v1/offers/" + offerId + "/claims";
        String key = Ids.next();
        tell(path, Callers.consumer("c1"), key, null).andExpect(status().isCreated());
        tell(path, Callers.consumer("c1"), key, Map.of()).andExpect(status().isCreated());
        refused(tell(path, Callers.consumer("c1"), key, Map.of("a", 1)), 422, "idempotency-key-reused");
        ask("/api/v1/me/coupons", Callers.consumer("c1"));
    }

    @Test
    void refusalsAreNamed() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 2, 1);
        claimed(offerId, "c1");
        refused(claim(offerId, "c1", Ids.next()), 422, "per-person-limit-reached");
        claimed(offerId, "c2");
        refused(claim(offerId, "c3", Ids.next()), 422, "offer-sold-out");
        refused(claim("no-such-offer", "c3", Ids.next()), 404, "not-found");
    }

    @Test
    void aClaimAfterTheWindowIsRefused() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        clock.skip(Duration.ofDays(30).plusMinutes(1));
        refused(claim(offerId, "c1", Ids.next()), 422, "offer-not-live");
    }

    @Test
    void aPersonsCouponsComePageByPageAndByStatus() throws Exception {
        String merchantId = approvedMerchant();
        String consumer = Ids.next();
        Set<String> mine = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            mine.add(claimed(liveOffer(merchantId, 5, 1), consumer));
        }
        String used = mine.iterator().next();
        redeem(shownCode(used, consumer), Callers.cashier(merchantId), Ids.next());
        assertThat(listed(consumer, "size=2")).isEqualTo(mine);
        assertThat(listed(consumer, "status=REDEEMED")).containsExactly(used);
        assertThat(listed(consumer, "status=CLAIMED")).hasSize(2).doesNotContain(used);
        assertThat(listed(consumer, "status=EXPIRED")).isEmpty();
        clock.skip(Duration.ofDays(40));
        assertThat(listed(consumer, "status=EXPIRED")).hasSize(2);
        assertThat(listed(Ids.next(), "size=2&after=" + Cursor.of("0"))).isEmpty();
    }

    @Test
    void anothersCouponIsNotFound() throws Exception {
        String couponId = claimed(liveOffer(approvedMerchant(), 5, 1), "c1");
        ask("/api/v1/me/coupons/" + couponId, Callers.consumer("c1"))
                .andExpect(jsonPath("$.couponId").value(couponId));
        refused(ask("/api/v1/me/coupons/" + couponId, Callers.consumer("c2")), 404, "not-found");
        refused(
                tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer("c2"), null),
                404,
                "not-found");
    }

    private Set<String> listed(String consumer, String query) throws Exception {
        Set<String> found = new HashSet<>();
        String after = "";
        do {
            var page = body(ask("/api/v1/me/coupons?" + query + after, Callers.consumer(consumer)));
            List<String> ids = page.path("items")
                    .valueStream()
                    .map(item -> item.path("couponId").asString())
                    .toList();
            found.addAll(ids);
            after = page.has("next") ? "&after=" + page.path("next").asString() : null;
        } while (after != null);
        return found;
    }
}
