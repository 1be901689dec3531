package org.linli.merchant.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** What is refused, what staff hear of, and what neither (rule M-8). */
class AlertHttpTest extends HttpTest {
    private static final String ALERTS = "/api/v1/admin/alerts";

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    private String merchantId;
    private String offerId;

    @BeforeEach
    void anOffer() throws Exception {
        merchantId = approvedMerchant();
        offerId = liveOffer(merchantId, 1_000, 100);
    }

    private ResultActions claimFrom(String device, String consumer) throws Exception {
        return mvc.perform(post("/api/v1/offers/" + offerId + "/claims")
                .with(Callers.consumer(consumer))
                .header("Idempotency-Key", Ids.next())
                .header("X-Device-Id", device));
    }

    private List<JsonNode> alerts(String status) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(ask(
                    ALERTS + "?size=100&status=" + status + (next.isEmpty() ? "" : "&after=" + next),
                    Callers.staff(BRANCH_HEAD, "/hq/")));
            for (JsonNode alert : page.path("items")) {
                if (alert.path("merchantId").asString().equals(merchantId)) {
                    found.add(alert);
                }
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    @Test
    void whoClaimsFasterThanAPersonCanIsAskedToWait() throws Exception {
        String hasty = "hasty-" + Ids.next();
        long begun = System.nanoTime();
        List<Integer> answers = new ArrayList<>();
        List<String> waits = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var answer = claim("none", hasty, Ids.next()).andReturn().getResponse();
            answers.add(answer.getStatus());
            waits.add(answer.getHeader("Retry-After"));
        }
        boolean withinASecond = System.nanoTime() - begun < 900_000_000L;
        assertThat(answers.subList(0, 30)).containsOnly(404);
        if (withinASecond) {
            assertThat(answers.subList(30, 40)).containsOnly(429);
            assertThat(waits.subList(30, 40)).containsOnly("1");
        }
    }

    @Test
    void manyAccountsOfOneDeviceAreToldAFamilyIsNot() throws Exception {
        String family = Ids.next() + Ids.next();
        for (int i = 0; i < 5; i++) {
            claimFrom(family, "kin" + i + Ids.next()).andExpect(status().isCreated());
        }
        assertThat(alerts("OPEN")).isEmpty();
        String farm = Ids.next() + Ids.next();
        for (int i = 0; i < 7; i++) {
            claimFrom(farm, "fake" + i + Ids.next()).andExpect(status().isCreated());
        }
        assertThat(alerts("OPEN")).singleElement().satisfies(alert -> {
            assertThat(alert.path("policy").asString()).isEqualTo("SHARED_DEVICE");
            assertThat(alert.path("words").asString()).isEqualTo("同一设备上有多个账号领券。");
            assertThat(alert.toString()).doesNotContain(farm);
        });
    }

    @Test
    void aClientWithoutAnIdOfItsOwnIsNoDevice() throws Exception {
        for (int i = 0; i < 7; i++) {
            claimFrom("00000000-0000-0000-0000-000000000000", "c" + i + Ids.next())
                    .andExpect(status().isCreated());
        }
        assertThat(alerts("OPEN")).isEmpty();
        refused(claimFrom("x", "c" + Ids.next()), 400, "invalid-parameter");
    }

    @Test
    void aCashierWhoRedeemsForTheSameFewIsToldOnceADecisionStands() throws Exception {
        for (int i = 0; i < 30; i++) {
            redeemed("r" + i + "-" + merchantId, "friend" + i % 3, "cashier-1");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts("OPEN")).hasSize(1));
        JsonNode alert = alerts("OPEN").get(0);
        assertThat(alert.path("policy").asString()).isEqualTo("SAME_FEW");
        String id = ALERTS + "/" + alert.path("id").asString();
        tell(id + "/acknowledgement", Callers.staff(BRANCH_HEAD, "/hq/"), null)
                .andExpect(jsonPath("$.status").value("ACKNOWLEDGED"));
        refused(tell(id + "/acknowledgement", Callers.staff(BRANCH_HEAD, "/hq/"), null), 409, "illegal-state");
        refused(
                tell(id + "/dismissal", Callers.staff(BRANCH_HEAD, "/hq/"), Map.of("reason", " ")),
                400,
                "invalid-parameter");
        tell(id + "/dismissal", Callers.staff(BRANCH_HEAD, "/hq/"), Map.of("reason", "婚宴"))
                .andExpect(jsonPath("$.reason").value("婚宴"));
        redeemed("r31-" + merchantId, "friend1", "cashier-1");
        redeemed("r32-" + merchantId, merchantId, merchantId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts("OPEN"))
                        .extracting(one -> one.path("policy").asString())
                        .containsExactly("OWN_SHOP"));
        assertThat(alerts("DISMISSED")).hasSize(1);
    }

    @Test
    void aLivelyShopIsNotToldOf() throws Exception {
        for (int i = 0; i < 40; i++) {
            redeemed("l" + i + "-" + merchantId, i < 20 ? "regular" + i % 2 : "guest" + i, "cashier-1");
        }
        redeemed("own-" + merchantId, merchantId, merchantId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts("OPEN"))
                        .extracting(one -> one.path("policy").asString())
                        .containsExactly("OWN_SHOP"));
    }

    @Test
    void whoIsRelatedToTheShopDoesNotDecide() throws Exception {
        redeemed("own-" + merchantId, merchantId, merchantId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alerts("OPEN")).hasSize(1));
        String id = ALERTS + "/" + alerts("OPEN").get(0).path("id").asString();
        refused(
                tell(
                        id + "/acknowledgement",
                        Callers.staff(BRANCH_HEAD, "/hq/", "relative", Map.of("related", merchantId)),
                        null),
                422,
                "four-eyes-conflict");
        refused(tell(id + "/acknowledgement", Callers.staff(BRANCH_HEAD, "/hq/ELSEWHERE/"), null), 404, "not-found");
    }

    /** All with one key, so that they come in this order. */
    private void redeemed(String redemptionId, String consumer, String cashier) {
        CouponEvent.Redeemed event = new CouponEvent.Redeemed(
                redemptionId, offerId, merchantId, consumer, redemptionId, cashier, Instant.now(), null, null);
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                "coupon-redeemed",
                "/merchant-service",
                redemptionId,
                2,
                Instant.now(),
                EventEnvelope.write(event));
        kafka.send(Topics.COUPON, merchantId, envelope.toBytes()).join();
    }
}
