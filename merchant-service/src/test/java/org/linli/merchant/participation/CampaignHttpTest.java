package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.QrReader;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Campaigns from a draft to what people hold in their hands (rule M-4). */
class CampaignHttpTest extends CampaignTest {
    @Autowired
    SamePeople people;

    @Test
    void aLuckyDrawFromTheDraftToTheCouponAndTheAuditorsSum() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 10, 1);
        Map<String, Object> rare = with(points(500), "oddsPercent", "0.0001");
        String id = running(plan("DRAW", with(coupons(offerId, 5), "oddsPercent", "99.9999"), rare));

        ask("/api/v1/campaigns/" + id, Callers.consumer("c1"))
                .andExpect(jsonPath("$.status").value("RUNNING"))
                .andExpect(jsonPath("$.commitment").isString())
                .andExpect(jsonPath("$.seed").doesNotExist())
                .andExpect(jsonPath("$.prizes[0].oddsPercent").value("99.9999"));
        String person = Ids.next();
        ResultActions joined = join(id, person, "k1", null);
        joined.andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1))
                .andExpect(jsonPath("$.prizes[0].state").value("GIVEN"));
        String couponId = body(joined).path("prizes").get(0).path("couponId").asString();
        ask("/api/v1/me/coupons/" + couponId, Callers.consumer(person)).andExpect(status().isOk());
        assertThat(body(join(id, person, "k1", null))).isEqualTo(body(joined));

        refused(ask(ADMIN + "/" + id + "/draws", Callers.staff("AUDITOR", "/hq/")), 422, "campaign-seed-secret");
        clock.skip(Duration.ofDays(30));
        await().untilAsserted(() -> ask("/api/v1/campaigns/" + id, Callers.consumer("c1"))
                .andExpect(jsonPath("$.status").value("ENDED"))
                .andExpect(jsonPath("$.seed").isString()));
        ask(ADMIN + "/" + id + "/draws", Callers.staff("AUDITOR", "/hq/"))
                .andExpect(jsonPath("$.seedIsAsCommitted").value(true))
                .andExpect(jsonPath("$.wrong").value(0))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].drawer").value(person))
                .andExpect(jsonPath("$.items[0].right").value(true));
    }

    @Test
    void aScanKnowsWhereItCameFrom() throws Exception {
        String id = drafted(plan("SCAN", points(5)));
        refused(tell(ADMIN + "/" + id + "/submission", PREPARER, null), 422, "campaign-needs-scene");
        String door = scene(id, "支行门口");
        published(id);
        String market = scene(id, "菜市场");

        join(id, Ids.next(), Map.of("sceneId", door)).andExpect(status().isCreated());
        join(id, Ids.next(), Map.of("sceneId", door)).andExpect(status().isCreated());
        refused(join(id, Ids.next(), null), 400, "invalid-parameter");
        refused(join(id, Ids.next(), Map.of("sceneId", "elsewhere")), 422, "campaign-scene-unknown");

        ask(ADMIN + "/" + id + "/report", PUBLISHER)
                .andExpect(jsonPath("$.participations").value(2))
                .andExpect(jsonPath("$.participants").value(2))
                .andExpect(
                        jsonPath("$.scenes[?(@.key=='%s')].participants", door).value(2))
                .andExpect(jsonPath("$.scenes[?(@.key=='%s')].participants", market)
                        .value(0))
                .andExpect(jsonPath("$.prizes[0].issued").value(2));
        String csv = ask(ADMIN + "/" + id + "/report/export?format=csv", PUBLISHER)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv)
                .startsWith("\ufeff分类,编号")
                .contains("来源," + door + ",支行门口,2,2")
                .contains("合计,,,2,2");
    }

    @Test
    void theCodeOfASceneLeadsToTheCampaignsPage() throws Exception {
        String id = drafted(plan("SCAN", points(5)));
        String scene = scene(id, "支行门口");
        byte[] png = ask(ADMIN + "/" + id + "/scenes/" + scene + "/qr-code?size=300", PREPARER)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(QrReader.text(png)).isEqualTo("http://localhost:8080/?campaign=" + id + "&scene=" + scene);
        ask(ADMIN + "/" + id + "/scenes/none/qr-code", PREPARER).andExpect(status().isNotFound());
    }

    @Test
    void nobodyPublishesWhatTheyPrepared() throws Exception {
        String id = submitted(drafted(plan("DRAW", points(5))));
        refused(tell(ADMIN + "/" + id + "/publication", PREPARER, null), 422, "four-eyes-conflict");
        var head = Callers.staff("BRANCH_HEAD", "/hq/", "deputy", Map.of("deputyFor", "preparer"));
        refused(tell(ADMIN + "/" + id + "/publication", head, null), 422, "four-eyes-conflict");
        tell(ADMIN + "/" + id + "/publication", PUBLISHER, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("RUNNING"));
    }

    @Test
    void whatWasHandedInIsADraftAgainWhenItIsChanged() throws Exception {
        String id = submitted(drafted(plan("DRAW", points(5))));
        mvc.perform(put(ADMIN + "/" + id)
                        .with(PREPARER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(plan("DRAW", points(9)))))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.prizes[0].points").value(9));
        refused(tell(ADMIN + "/" + id + "/publication", PUBLISHER, null), 409, "illegal-state");
        submitted(id);
        tell(ADMIN + "/" + id + "/rejection", PUBLISHER, Map.of("reason", "积分太多"))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.reason").value("积分太多"));
        published(id);
        mvc.perform(put(ADMIN + "/" + id)
                        .with(PREPARER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(plan("DRAW", points(1)))))
                .andExpect(status().isConflict());
    }

    @Test
    void everyMerchantOfAnAllianceMustAgree() throws Exception {
        String first = approvedMerchant();
        String second = approvedMerchant();
        String id = submitted(
                drafted(plan("DRAW", coupons(liveOffer(first, 5, 1), 2), coupons(liveOffer(second, 5, 1), 2))));
        String path = "/api/v1/campaigns/" + id;
        ask("/api/v1/campaigns/asked", Callers.owner(first))
                .andExpect(jsonPath("$.items[0].agreement").value("ASKED"))
                .andExpect(jsonPath("$.items[0].prizes.length()").value(1));
        tell(path + "/agreement", Callers.owner(first), null)
                .andExpect(jsonPath("$.agreement").value("AGREED"));
        refused(tell(ADMIN + "/" + id + "/publication", PUBLISHER, null), 422, "campaign-needs-agreement");
        tell(path + "/refusal", Callers.owner(second), null)
                .andExpect(jsonPath("$.agreement").value("DECLINED"));
        refused(tell(ADMIN + "/" + id + "/publication", PUBLISHER, null), 422, "campaign-needs-agreement");
        refused(tell(path + "/agreement", Callers.owner("stranger"), null), 404, "not-found");
        tell(path + "/agreement", Callers.owner(second), null).andExpect(status().isOk());
        tell(ADMIN + "/" + id + "/publication", PUBLISHER, null).andExpect(status().isOk());
        refused(tell(path + "/refusal", Callers.owner(second), null), 409, "illegal-state");
        join(id, Ids.next(), null).andExpect(jsonPath("$.prizes.length()").value(2));
    }

    @Test
    void theOfferOfASuspendedMerchantIsNoPrize() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 10, 1);
        String id = running(plan("DRAW", coupons(offerId, 5), points(3)));
        tell("/api/v1/admin/merchants/" + merchantId + "/suspension", PUBLISHER, Map.of("reason", "投诉"))
                .andExpect(status().isOk());
        await().untilAsserted(() ->
                refused(tell(ADMIN, PREPARER, plan("DRAW", coupons(offerId, 5))), 422, "campaign-prize-unavailable"));
        refused(tell(ADMIN, PREPARER, plan("DRAW", coupons("no-such", 5))), 422, "campaign-prize-unavailable");
        await().untilAsserted(() -> join(id, Ids.next(), null)
                .andExpect(jsonPath("$.prizes.length()").value(1))
                .andExpect(jsonPath("$.prizes[0].points").value(3)));
    }

    @Test
    void badPlansAreRefusedFieldByField() throws Exception {
        Map<String, Object> good = plan("DRAW", points(5));
        List<Map<String, Object>> bad = List.of(
                with(good, "until", good.get("from")),
                with(good, "perDay", -1),
                with(good, "inAll", 0),
                with(good, "prizes", List.of()),
                with(good, "prizes", List.of(points(-5))),
                with(good, "prizes", List.of(with(points(5), "quantity", -1))),
                with(good, "prizes", List.of(with(points(5), "oddsPercent", "100.1"))),
                with(good, "prizes", List.of(with(points(5), "oddsPercent", "0.00001"))),
                with(
                        good,
                        "prizes",
                        List.of(with(points(5), "oddsPercent", "60"), with(points(6), "oddsPercent", "41"))),
                with(
                        good,
                        "questions",
                        List.of(Map.of("text", "q", "options", List.of("a", "b"), "right", List.of(0)))),
                with(good, "title", " "));
        for (Map<String, Object> form : bad) {
            refused(tell(ADMIN, PREPARER, form), 400, "invalid-parameter");
        }
        Map<String, Object> quiz = with(good, "entry", "QUIZ");
        refused(tell(ADMIN, PREPARER, quiz), 400, "invalid-parameter");
        Map<String, Object> noRight = Map.of("text", "q", "options", List.of("a", "b"), "right", List.of());
        refused(tell(ADMIN, PREPARER, with(quiz, "questions", List.of(noRight))), 400, "invalid-parameter");
    }

    @Test
    void whatIsMisspeltIsRefusedEverywhere() throws Exception {
        tell(ADMIN, PREPARER, with(plan("DRAW", points(5)), "perday", 1)).andExpect(status().isBadRequest());
        tell(ADMIN, PREPARER, plan("DRAW", with(points(5), "odds", "1"))).andExpect(status().isBadRequest());
        String id = running(plan("DRAW", points(5)));
        join(id, "c", Map.of("scene", "s")).andExpect(status().isBadRequest());
        refused(join(id, "c", Map.of("answers", List.of(List.of(0)))), 400, "invalid-parameter");
        refused(join(id, "c", null, null), 400, "idempotency-key-required");
        refused(join("no-such", "c", null), 404, "not-found");
    }

    @Test
    void aPauseStopsAndASecondPersonLetsItRunAgain() throws Exception {
        String id = running(plan("DRAW", points(5)));
        tell(ADMIN + "/" + id + "/pause", PREPARER, Map.of("reason", "核对奖品")).andExpect(status().isOk());
        refused(join(id, "c", null), 422, "campaign-not-running");
        refused(tell(ADMIN + "/" + id + "/resumption", PREPARER, null), 422, "four-eyes-conflict");
        tell(ADMIN + "/" + id + "/resumption", PUBLISHER, null).andExpect(status().isOk());
        join(id, Ids.next(), null).andExpect(status().isCreated());
        tell(ADMIN + "/" + id + "/end", PUBLISHER, Map.of("reason", "奖品发完"))
                .andExpect(jsonPath("$.status").value("ENDED"));
        refused(join(id, "c", null), 422, "campaign-not-running");
        refused(tell(ADMIN + "/" + id + "/end", PUBLISHER, Map.of("reason", "再来")), 409, "illegal-state");
    }

    @Test
    void oneTakesPartOncePerDayAndTwiceInAllAndTheSameKeyIsTheSameTry() throws Exception {
        String id = running(plan("DRAW", points(5)));
        String person = Ids.next();
        join(id, person, "k", null).andExpect(status().isCreated());
        join(id, person, "k", null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1));
        refused(join(id, person, null), 422, "campaign-no-more-today");
        clock.skip(Duration.ofDays(1));
        join(id, person, null).andExpect(jsonPath("$.number").value(2));
        clock.skip(Duration.ofDays(1));
        refused(join(id, person, null), 422, "campaign-no-more");
        assertThat(pointsOf(person)).isEqualTo(10);
        ask("/api/v1/me/participations", Callers.consumer(person))
                .andExpect(jsonPath("$.items.length()").value(2));
        ask("/api/v1/me/points/entries", Callers.consumer(person))
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void aPlanThatTheBranchDoesNotOwnCannotBeMadeThere() throws Exception {
        Map<String, Object> form = with(plan("DRAW", points(5)), "organisationId", "B02");
        refused(tell(ADMIN, Callers.staff("MARKETING_OPERATOR", "/hq/B01/"), form), 403, "forbidden");
    }

    @Test
    void whatACouponCannotBeHadForIsSaid() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 10, 1);
        String id = running(plan("DRAW", coupons(offerId, 5)));
        String person = Ids.next();
        claimed(offerId, person);
        join(id, person, null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.prizes[0].state").value("UNAVAILABLE"))
                .andExpect(jsonPath("$.prizes[0].problem").value("per-person-limit-reached"));
        ask(ADMIN + "/" + id + "/report", PUBLISHER)
                .andExpect(jsonPath("$.prizes[0].undelivered").value(1))
                .andExpect(jsonPath("$.prizes[0].left").value(4));
    }

    @Test
    void whoTurnedOutToBeSomebodyElseTakesTheirParticipationsAlong() throws Exception {
        String id = running(plan("DRAW", points(3)));
        String past = "past-" + Ids.next();
        String present = "present-" + Ids.next();
        join(id, past, null).andExpect(status().isCreated());
        people.became(past, present);
        join(id, present, null).andExpect(status().isCreated());
        ask("/api/v1/me/participations", Callers.consumer(present))
                .andExpect(jsonPath("$.items.length()").value(2));
        String next = body(ask("/api/v1/me/participations?size=1", Callers.consumer(present)))
                .path("next")
                .asString();
        ask("/api/v1/me/participations?size=1&after=" + next, Callers.consumer(present))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").doesNotExist());
    }
}
