package org.linli.merchant.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.AuditRecorded;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class ReviewHttpTest extends AuditedHttpTest {
    private static final String QUEUE = "/api/v1/admin/reviews";

    private String consumer;
    private String merchantId;
    private String redemptionId;

    @BeforeEach
    void aRedemption() throws Exception {
        consumer = "guest-" + Ids.next();
        merchantId = approvedMerchant();
        redemptionId = redeemed(liveOffer(merchantId, 5, 1));
    }

    @Test
    void aReviewIsPublicOnlyAfterTheBranchHasLooked() throws Exception {
        String id = written(4, "面很香");
        publicly("").andExpect(jsonPath("$.items.length()").value(0));
        approve(id).andExpect(jsonPath("$.status").value("APPROVED"));
        publicly("")
                .andExpect(jsonPath("$.items[0].stars").value(4))
                .andExpect(jsonPath("$.items[0].text").value("面很香"))
                .andExpect(content().string(Matchers.not(Matchers.containsString(consumer))));
        mvc.perform(get("/api/v1/merchants/" + merchantId + "/rating"))
                .andExpect(jsonPath("$.average").value(4.0))
                .andExpect(jsonPath("$.reviews").value(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(id))
                        .extracting(AuditRecorded::action)
                        .contains("review-changed"));
    }

    @Test
    void onlyARedemptionOfOnesOwnThatStandsIsReviewed() throws Exception {
        refused(write("another", redemptionId, 5, null), 404, "not-found");
        refused(write(consumer, "nonsense", 5, null), 404, "not-found");
        refused(write(consumer, redemptionId.replaceAll("-1$", "-2"), 5, null), 422, "review-needs-redemption");
        takenBack();
        refused(write(consumer, redemptionId, 5, null), 422, "review-needs-redemption");
    }

    @Test
    void thereIsOneARedemptionAndTheSameAgainIsTheSame() throws Exception {
        String id = written(4, "面很香");
        write(consumer, redemptionId, 4, " 面很香 ")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(id));
        refused(write(consumer, redemptionId, 1, "面很香"), 409, "already-reviewed");
    }

    @Test
    void starsAndTextHaveLimits() throws Exception {
        refused(write(consumer, redemptionId, 0, null), 400, "invalid-parameter");
        refused(write(consumer, redemptionId, 6, null), 400, "invalid-parameter");
        refused(write(consumer, redemptionId, 5, "好".repeat(501)), 400, "invalid-parameter");
        write(consumer, redemptionId, 5, "好".repeat(500)).andExpect(status().isCreated());
    }

    @Test
    void staffSeeTheWordsThatNeedALookAndMayAskForThemOnly() throws Exception {
        String id = written(1, "老板教我套现");
        ask(QUEUE + "?sensitive=true&size=100", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.items[?(@.id=='" + id + "')].sensitiveWords[0]")
                        .value("套现"));
        String harmless = body(write(consumer, redeemed(liveOffer(merchantId, 5, 1)), 5, "不错"))
                .path("id")
                .asString();
        ask(QUEUE + "?sensitive=true&size=100", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.items[?(@.id=='" + harmless + "')]").isEmpty());
    }

    @Test
    void aRejectedOneStaysUnseenAndItsWriterLearnsWhy() throws Exception {
        String id = written(1, "加微信");
        tell(QUEUE + "/" + id + "/rejection", Callers.staff(BRANCH_HEAD, "/hq/"), Map.of("reason", "广告"))
                .andExpect(status().isOk());
        refused(approve(id), 409, "illegal-state");
        publicly("").andExpect(jsonPath("$.items.length()").value(0));
        ask("/api/v1/me/reviews", Callers.consumer(consumer))
                .andExpect(jsonPath("$.items[0].status").value("REJECTED"))
                .andExpect(jsonPath("$.items[0].decisionReason").value("广告"));
        refused(tell(QUEUE + "/none/approval", Callers.staff(BRANCH_HEAD, "/hq/"), null), 404, "not-found");
        refused(
                tell(QUEUE + "/" + id + "/rejection", Callers.staff(BRANCH_HEAD, "/hq/"), Map.of("reason", "")),
                400,
                "invalid-parameter");
    }

    @Test
    void whoIsRelatedToTheMerchantDoesNotDecide() throws Exception {
        String id = written(5, null);
        refused(
                tell(
                        QUEUE + "/" + id + "/approval",
                        Callers.staff(BRANCH_HEAD, "/hq/", "relative", Map.of("related", merchantId)),
                        null),
                422,
                "four-eyes-conflict");
    }

    @Test
    void theOwnerAnswersOnceItIsPublicAndInDecentWords() throws Exception {
        String id = written(3, "有点咸");
        refused(reply(merchantId, id, "下次少放盐"), 409, "illegal-state");
        approve(id);
        refused(reply(merchantId, id, "加微信退钱"), 422, "sensitive-words");
        refused(reply(merchantId, id, " "), 400, "invalid-parameter");
        reply(merchantId, id, "下次少放盐").andExpect(status().isOk());
        publicly("").andExpect(jsonPath("$.items[0].reply").value("下次少放盐"));
        String other = approvedMerchant();
        refused(reply(other, id, "不是我家的"), 404, "not-found");
    }

    @Test
    void aRedemptionTakenBackTakesItsReviewAlong() throws Exception {
        String id = written(5, "好");
        approve(id);
        takenBack();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        publicly("").andExpect(jsonPath("$.items.length()").value(0)));
    }

    @Test
    void theNewestApprovedComesFirstPageByPage() throws Exception {
        String offer = liveOffer(merchantId, 9, 3);
        List<String> ids = List.of(written(5, "一"), another(offer, "二"), another(offer, "三"));
        for (String id : ids) {
            approve(id).andExpect(status().isOk());
        }
        var page = body(publicly("?size=2"));
        assertThat(page.path("items").get(0).path("id").asString()).isEqualTo(ids.get(2));
        publicly("?size=2&after=" + page.path("next").asString())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(ids.get(0)))
                .andExpect(jsonPath("$.next").doesNotExist());
        refused(mvc.perform(get("/api/v1/merchants/none/reviews")), 404, "not-found");
        refused(mvc.perform(get("/api/v1/merchants/none/rating")), 404, "not-found");
    }

    private String another(String offerId, String text) throws Exception {
        clock.skip(Duration.ofMillis(5));
        return body(write(consumer, redeemed(offerId), 5, text)).path("id").asString();
    }

    private String redeemed(String offerId) throws Exception {
        String code = shownCode(claimed(offerId, consumer), consumer);
        return body(redeem(code, Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
    }

    private void takenBack() throws Exception {
        tell(
                        "/api/v1/redemptions/" + redemptionId + "/reversal",
                        Callers.owner(merchantId),
                        Ids.next(),
                        Map.of("reason", "误操作"))
                .andExpect(status().isOk());
    }

    private String written(int stars, String text) throws Exception {
        ResultActions written = write(consumer, redemptionId, stars, text);
        written.andExpect(status().isCreated()).andExpect(jsonPath("$.status").value("PENDING"));
        return body(written).path("id").asString();
    }

    private ResultActions write(String who, String redemption, int stars, String text) throws Exception {
        Map<String, Object> form = text == null
                ? Map.of("redemptionId", redemption, "stars", stars)
                : Map.of("redemptionId", redemption, "stars", stars, "text", text);
        return tell("/api/v1/me/reviews", Callers.consumer(who), form);
    }

    private ResultActions approve(String id) throws Exception {
        clock.skip(Duration.ofMillis(5));
        return tell(QUEUE + "/" + id + "/approval", Callers.staff(BRANCH_HEAD, "/hq/"), null);
    }

    private ResultActions publicly(String query) throws Exception {
        return mvc.perform(get("/api/v1/merchants/" + merchantId + "/reviews" + query));
    }

    private ResultActions reply(String merchant, String id, String text) throws Exception {
        return mvc.perform(put("/api/v1/merchants/" + merchant + "/reviews/" + id + "/reply")
                .with(Callers.owner(merchant))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("text", text))));
    }
}
