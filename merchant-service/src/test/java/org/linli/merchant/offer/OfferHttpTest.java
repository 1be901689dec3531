package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.linli.starter.web.Cursor;
import org.springframework.test.web.servlet.ResultActions;

class OfferHttpTest extends HttpTest {
    @Test
    void aPostedOfferIsADraftThatNobodySees() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        refused(mvc.perform(get("/api/v1/offers/" + id)), 404, "not-found");
        refused(claim(id, "c1", Ids.next()), 404, "not-found");
        ask("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId))
                .andExpect(jsonPath("$.items[*].id").value(contains(id)))
                .andExpect(jsonPath("$.items[0].status").value("DRAFT"));
    }

    @Test
    void onceItIsPublishedClaimsWorkAndThePublicSeesIt() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        mvc.perform(get("/api/v1/offers/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("LIVE"))
                .andExpect(jsonPath("$.stockLeft").value(10))
                .andExpect(jsonPath("$.percentOff").value(20))
                .andExpect(jsonPath("$.offFen").doesNotExist())
                .andExpect(jsonPath("$.merchant.merchantId").value(merchantId));
        claimed(id, "c1");
    }

    @Test
    void anOfferBeforeItsWindowIsScheduledAndNotClaimable() throws Exception {
        Map<String, Object> form = offer(10, 1);
        form.put("validFrom", Instant.now().plus(Duration.ofDays(1)).toString());
        String merchantId = approvedMerchant();
        String id = draft(merchantId, form);
        act(merchantId, id, "publication").andExpect(jsonPath("$.status").value("SCHEDULED"));
        refused(claim(id, "c1", Ids.next()), 422, "offer-not-live");
    }

    @Test
    void aPausedOfferIsNotClaimedUntilItIsPublishedAgain() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        act(merchantId, id, "pause").andExpect(jsonPath("$.status").value("PAUSED"));
        refused(claim(id, "c1", Ids.next()), 422, "offer-not-live");
        act(merchantId, id, "publication").andExpect(jsonPath("$.status").value("LIVE"));
        claimed(id, "c1");
        mvc.perform(get("/api/v1/offers/" + id))
                .andExpect(jsonPath("$.stockLeft").value(9));
    }

    @Test
    void theEndIsFinalAndIllegalTurnsAreNamed() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        refused(act(merchantId, id, "publication"), 409, "illegal-state");
        act(merchantId, id, "end").andExpect(jsonPath("$.status").value("ENDED"));
        refused(act(merchantId, id, "publication"), 409, "illegal-state");
        refused(act(merchantId, id, "pause"), 409, "illegal-state");
        refused(claim(id, "c1", Ids.next()), 422, "offer-not-live");
    }

    @Test
    void anothersOfferIsNotFound() throws Exception {
        String id = liveOffer(approvedMerchant(), 10, 1);
        refused(act("another-merchant", id, "pause"), 404, "not-found");
        refused(act("another-merchant", "no-such-offer", "pause"), 404, "not-found");
    }

    @Test
    void anotherMerchantsListIsForbidden() throws Exception {
        String merchantId = approvedMerchant();
        String path = "/api/v1/merchants/" + merchantId + "/offers";
        refused(ask(path, Callers.owner("another")), 403, "forbidden");
        refused(tell(path, Callers.owner("another"), offer(1, 1)), 403, "forbidden");
        refused(tell(path, Callers.cashier(merchantId), offer(1, 1)), 403, "forbidden");
    }

    @Test
    void aCursorDoesNotReachIntoAnothersOffers() throws Exception {
        draft(approvedMerchant(), offer(1, 1));
        String merchantId = approvedMerchant();
        String own = draft(merchantId, offer(1, 1));
        String early = Cursor.of("0");
        ask("/api/v1/merchants/" + merchantId + "/offers?after=" + early, Callers.owner(merchantId))
                .andExpect(jsonPath("$.items[*].id").value(contains(own)));
    }

    @Test
    void aMerchantsOffersComePageByPage() throws Exception {
        String merchantId = approvedMerchant();
        for (int i = 0; i < 3; i++) {
            draft(merchantId, offer(1, 1));
        }
        String path = "/api/v1/merchants/" + merchantId + "/offers?size=2";
        ResultActions first = ask(path, Callers.owner(merchantId));
        first.andExpect(jsonPath("$.items.length()").value(2));
        ask(path + "&after=" + body(first).path("next").asString(), Callers.owner(merchantId))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void whoIsNotApprovedDraftsButDoesNotPublish() throws Exception {
        String merchantId = appliedMerchant();
        String id = draft(merchantId, offer(1, 1));
        refused(act(merchantId, id, "publication"), 422, "merchant-not-approved");
    }

    @Test
    void aSuspendedMerchantsOffersAreGone() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        tell(
                        "/api/v1/admin/merchants/" + merchantId + "/suspension",
                        Callers.staff(BRANCH_HEAD, "/hq/"),
                        Map.of("reason", "投诉"))
                .andExpect(status().isOk());
        refused(claim(id, "c1", Ids.next()), 422, "offer-not-live");
        refused(mvc.perform(get("/api/v1/offers/" + id)), 404, "not-found");
    }

    @Test
    void anOverOfferIsNotPublished() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(1, 1));
        clock.skip(Duration.ofDays(31));
        refused(act(merchantId, id, "publication"), 422, "offer-window-over");
    }

    @Test
    void outOfRangeIsRefusedAndNeverClamped() throws Exception {
        String merchantId = approvedMerchant();
        invalid(merchantId, "percentOff", 0, "percentOff");
        invalid(merchantId, "percentOff", 100, "percentOff");
        invalid(merchantId, "stock", 0, "stock");
        invalid(merchantId, "stock", 1_000_001, "stock");
        invalid(merchantId, "perPersonLimit", 101, "perPersonLimit");
        invalid(merchantId, "title", "", "title");
        invalid(merchantId, "title", "长".repeat(61), "title");
        invalid(merchantId, "terms", "长".repeat(1001), "terms");
        invalid(merchantId, "category", "火箭", "category");
        invalid(merchantId, "validUntil", Instant.now().minusSeconds(60).toString(), "validUntil");
        invalid(merchantId, "validFrom", null, "validFrom");
        invalid(merchantId, "kind", null, "kind");
        invalid(merchantId, "offFen", 100, "kind");
    }

    @Test
    void anUnknownKindIsNoReadableBody() throws Exception {
        String merchantId = approvedMerchant();
        Map<String, Object> form = offer(1, 1);
        form.put("kind", "LOTTERY");
        refused(
                tell("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId), form),
                400,
                "malformed-body");
    }

    @Test
    void theSameKeyPostsOnce() throws Exception {
        String merchantId = approvedMerchant();
        String path = "/api/v1/merchants/" + merchantId + "/offers";
        String key = Ids.next();
        Map<String, Object> form = offer(5, 1);
        String first = body(tell(path, Callers.owner(merchantId), key, form))
                .path("id")
                .asString();
        String second = body(tell(path, Callers.owner(merchantId), key, form))
                .path("id")
                .asString();
        assertThat(second).isEqualTo(first);
        ask(path, Callers.owner(merchantId))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    private ResultActions act(String merchantId, String offerId, String verb) throws Exception {
        return tell("/api/v1/offers/" + offerId + "/" + verb, Callers.owner(merchantId), null);
    }

    private void invalid(String merchantId, String field, Object value, String named) throws Exception {
        Map<String, Object> form = offer(10, 1);
        form.put(field, value);
        ResultActions answer = tell("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId), form);
        refused(answer, 400, "invalid-parameter");
        answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(named)));
    }
}
