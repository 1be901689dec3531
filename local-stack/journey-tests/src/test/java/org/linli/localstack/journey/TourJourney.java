package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoCounty;
import tools.jackson.databind.JsonNode;

/** The tour of the README: from a merchant's hands to a consumer's pocket, through the gateway. */
class TourJourney {
    /** How soon it is there is measured by bench freshness; that it gets there at all is what is looked at here. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void a_discount_travels_from_the_merchants_hands_to_the_consumers_pocket() {
        PlatformApi owner = platform.phone("13800000001");
        String title = "journey " + UUID.randomUUID();
        String offerId = publish(owner, title);

        JsonNode found = await("search shows it")
                .atMost(FRESH)
                .until(() -> nearby(offerId), Optional::isPresent)
                .get();
        assertThat(found.path("title").asString()).isEqualTo(title);
        assertThat(found.path("distanceMeters").asDouble()).isLessThan(1);
        assertThat(found.path("stockLeft").asInt()).isEqualTo(5);

        PlatformApi consumer = platform.consumer(1);
        Answer claim = consumer.post("/api/v1/offers/" + offerId + "/claims", Map.of(), key());
        assertThat(claim.status()).as("%s", claim.body()).isEqualTo(201);
        assertThat(claim.body().path("status").asString()).isEqualTo("CLAIMED");
        String couponId = claim.body().path("couponId").asString();
        assertThat(consumer.get("/api/v1/me/coupons?size=100").body().toString())
                .contains(couponId);

        Answer code = consumer.post("/api/v1/me/coupons/" + couponId + "/redemption-code", Map.of());
        Map<String, String> shown = Map.of("code", code.body().path("code").asString());
        Answer redeemed = platform.phone("13800000011").post("/api/v1/redemptions", shown, key());
        assertThat(redeemed.status()).as("%s", redeemed.body()).isEqualTo(201);
        assertThat(redeemed.body().path("couponId").asString()).isEqualTo(couponId);

        Answer again = platform.phone("13800000011").post("/api/v1/redemptions", shown, key());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("coupon-already-redeemed");
        await("search counts the claim")
                .atMost(FRESH)
                .until(() -> nearby(offerId).orElseThrow().path("stockLeft").asInt() == 4);
    }

    @Test
    void another_shops_cashier_cannot_redeem_the_coupon() {
        String offerId = publish(platform.phone("13800000001"), "not yours " + UUID.randomUUID());
        PlatformApi consumer = platform.consumer(2);
        String couponId = consumer.post("/api/v1/offers/" + offerId + "/claims", Map.of(), key())
                .body()
                .path("couponId")
                .asString();
        String code = consumer.post("/api/v1/me/coupons/" + couponId + "/redemption-code", Map.of())
                .body()
                .path("code")
                .asString();

        Answer refused = platform.phone("13800000012").post("/api/v1/redemptions", Map.of("code", code), key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("wrong-merchant");
        assertThat(platform.consumer(3)
                        .post("/api/v1/me/coupons/" + couponId + "/redemption-code", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_paused_offer_is_gone_from_search_and_can_no_longer_be_claimed() {
        PlatformApi owner = platform.phone("13800000001");
        String offerId = publish(owner, "pause " + UUID.randomUUID());
        await().atMost(FRESH).until(() -> nearby(offerId).isPresent());

        assertThat(owner.post("/api/v1/offers/" + offerId + "/pause", Map.of()).ok())
                .isTrue();

        Answer claim = platform.consumer(4).post("/api/v1/offers/" + offerId + "/claims", Map.of(), key());
        assertThat(claim.status()).isEqualTo(422);
        assertThat(claim.code()).isEqualTo("offer-not-live");
        await().atMost(FRESH).until(() -> nearby(offerId).isEmpty());
    }

    @Test
    void a_new_merchant_applies_is_approved_by_the_branch_and_can_post_an_offer() {
        PlatformApi applicant = platform.phone("13800000021");
        DemoCounty.Branch branch = platform.branch(1);
        Map<String, Object> application = Map.of(
                "name", "新开的面馆",
                "category", "餐饮",
                "licenceNumber", LicenceNumbers.valid("91330106MA27K8U0"),
                "contactName", "测试",
                "contactPhone", "13800000021",
                "address", "中心街 9 号",
                "point", Map.of("lat", branch.lat(), "lng", branch.lng(), "crs", "GCJ02"));
        Answer applied = applicant.post("/api/v1/merchants", application);
        assertThat(applied.status()).as("%s", applied.body()).isEqualTo(201);
        String merchantId = applied.body().path("id").asString();
        assertThat(applied.body().path("branchId").asString()).isEqualTo("B01");

        assertThat(platform.staff("head-b02")
                        .post("/api/v1/admin/merchants/" + merchantId + "/approval", Map.of())
                        .status())
                .as("another branch's head does not even see it")
                .isEqualTo(404);
        assertThat(platform.staff("head-b01")
                        .post("/api/v1/admin/merchants/" + merchantId + "/approval", Map.of())
                        .ok())
                .isTrue();

        // The next login carries the ownership.
        PlatformApi owner = platform.phone("13800000021");
        Answer offer =
                owner.post("/api/v1/merchants/" + merchantId + "/offers", RunningPlatform.anOffer("开业酬宾", 10, 1));
        assertThat(offer.status()).as("%s", offer.body()).isEqualTo(201);
        assertThat(owner.post("/api/v1/offers/" + offer.body().path("id").asString() + "/publication", Map.of())
                        .ok())
                .isTrue();
    }

    @Test
    void the_merchant_applies_for_a_loan_and_asks_for_its_stage_in_wechat() {
        PlatformApi owner = platform.phone("13800000001");
        Answer applied = owner.post(
                "/api/v1/loan-applications",
                Map.of(
                        "productCode",
                        "MICRO",
                        "amountFen",
                        5_000_000,
                        "termMonths",
                        12,
                        "purpose",
                        "进货周转",
                        "businessStartedOn",
                        LocalDate.now().minusYears(3).toString()));
        assertThat(applied.status()).as("%s", applied.body()).isEqualTo(201);
        String id = applied.body().path("id").asString();
        assertThat(applied.body().path("stageDueAt").asString()).isNotBlank();
        assertThat(owner.get("/api/v1/loan-applications/" + id)
                        .body()
                        .path("stage")
                        .asString())
                .isEqualTo(applied.body().path("stage").asString());
        assertThat(platform.staff("manager-b01")
                        .get("/api/v1/admin/loan-applications?size=100")
                        .status())
                .isEqualTo(200);
        assertThat(platform.phone("13800000002")
                        .get("/api/v1/loan-applications/" + id)
                        .status())
                .isEqualTo(404);

        Answer reply = say("o-demo-merchant-1", "text", Map.of("content", "贷款进度", "encrypted", true));
        assertThat(reply.body().path("reply").toString()).contains(id, "资料审核");
    }

    @Test
    void a_location_sent_in_wechat_is_answered_with_the_best_three_offers_in_time() {
        DemoCounty.Merchant place = platform.place(1);
        Answer reply = say(
                "o-demo-consumer-5",
                "location",
                Map.of("lat", place.lat(), "lng", place.lng(), "label", "here", "encrypted", false));

        assertThat(reply.ok()).as("%s", reply.body()).isTrue();
        assertThat(reply.body().path("elapsedMillis").asLong()).isLessThan(4_500);
        assertThat(reply.body().path("reply").toString()).contains("米");
        assertThat(say("o-demo-consumer-5", "text", Map.of("content", "附近优惠"))
                        .body()
                        .path("reply")
                        .toString())
                .contains("米");
        assertThat(say("o-demo-consumer-6", "event", Map.of("event", "subscribe"))
                        .body()
                        .path("reply")
                        .toString())
                .contains("欢迎");
    }

    private Answer say(String openid, String type, Map<String, Object> message) {
        Map<String, Object> body = new java.util.HashMap<>(message);
        body.put("openid", openid);
        body.put("type", type);
        return platform.sandbox().post("/sandbox/wechat/messages", body);
    }

    private String publish(PlatformApi owner, String title) {
        Answer draft = owner.post(
                "/api/v1/merchants/" + platform.merchantId(1) + "/offers", RunningPlatform.anOffer(title, 5, 1));
        assertThat(draft.status()).as("%s", draft.body()).isEqualTo(201);
        String id = draft.body().path("id").asString();
        Answer published = owner.post("/api/v1/offers/" + id + "/publication", Map.of());
        assertThat(published.ok()).as("%s", published.body()).isTrue();
        return id;
    }

    private Optional<JsonNode> nearby(String offerId) {
        DemoCounty.Merchant place = platform.place(1);
        JsonNode page = platform.anonymous()
                .get("/api/v1/nearby/offers?radius=100&size=100&lat=" + place.lat() + "&lng=" + place.lng())
                .body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(item -> item.path("offerId").asString().equals(offerId))
                .findFirst();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
