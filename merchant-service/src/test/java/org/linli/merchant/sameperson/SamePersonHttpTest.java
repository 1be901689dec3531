package org.linli.merchant.sameperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.UserEvent;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.merchant.points.PointsLedger;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.JsonNode;

/** Two that turned out to be one person lose nothing (rules W-8, M-3). */
class SamePersonHttpTest extends HttpTest {
    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Autowired
    SamePeople people;

    @Autowired
    PointsLedger ledger;

    private final String first = "guest-" + Ids.next();
    private final String second = "guest-" + Ids.next();
    private final String third = "guest-" + Ids.next();

    @Test
    void whoeverSomebodyBecomesHasTheirCouponsAndPoints() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 9, 1);
        String oldest = claimed(offerId, first);
        claimed(offerId, second);
        claimed(offerId, third);
        ledger.add(first, 5, "campaign", "a", clock.instant());
        ledger.add(third, 2, "campaign", "b", clock.instant());
        refused(tell(code(oldest), Callers.consumer(third), null), 404, "not-found");
        merged(first, second);
        merged(second, third);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(people.idsOf(third)).containsExactlyInAnyOrder(third, second, first));
        assertThat(coupons(third)).hasSize(3).doesNotHaveDuplicates().contains(oldest);
        ask("/api/v1/me/points", Callers.consumer(third))
                .andExpect(jsonPath("$.points").value(7));
        redeem(shownCode(oldest, third), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
        refused(tell(code(oldest), Callers.consumer("stranger"), null), 404, "not-found");
    }

    @Test
    void whatTheySaidAndTookPartInIsShownAsTheirs() throws Exception {
        String merchantId = approvedMerchant();
        String redemptionId = body(redeem(
                        shownCode(claimed(liveOffer(merchantId, 9, 1), first), first),
                        Callers.cashier(merchantId),
                        Ids.next()))
                .path("redemptionId")
                .asString();
        tell("/api/v1/me/reviews", Callers.consumer(first), Map.of("redemptionId", redemptionId, "stars", 4))
                .andExpect(status().isCreated());
        merged(first, second);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(people.idsOf(second)).contains(first));
        ask("/api/v1/me/reviews", Callers.consumer(second))
                .andExpect(jsonPath("$.items.length()").value(1));
        ask("/api/v1/me/reviews", Callers.consumer(third))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    private static String code(String couponId) {
        return "/api/v1/me/coupons/" + couponId + "/redemption-code";
    }

    /** One a page, so that pages end at the borders of the ids. */
    private List<String> coupons(String person) throws Exception {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(ask("/api/v1/me/coupons?size=1" + next, Callers.consumer(person)));
            page.path("items").forEach(item -> seen.add(item.path("couponId").asString()));
            String after = page.path("next").asString("");
            next = after.isEmpty() ? "" : "&after=" + after;
        } while (!next.isEmpty());
        return seen;
    }

    private void merged(String past, String survivor) {
        UserEvent event = new UserEvent.Merged(survivor, past);
        EventType type = EventType.of(event);
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(), type.typeName(), "/user-service", survivor, 1, clock.instant(), EventEnvelope.write(event));
        kafka.send(type.topic(), survivor, envelope.toBytes()).join();
    }
}
