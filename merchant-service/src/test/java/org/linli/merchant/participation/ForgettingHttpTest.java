package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.Idempotency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;

/** Whoever is forgotten by the bank leaves no words of theirs behind (rule P-4). */
class ForgettingHttpTest extends CampaignTest {
    private static final String WORDS = "我叫张三丰，电话就不说了";

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Idempotency idempotency;

    private final String person = "guest-" + Ids.next();
    private final String somebodyElse = "guest-" + Ids.next();
    private String merchantId;

    @BeforeEach
    void thereIsAMerchant() throws Exception {
        merchantId = approvedMerchant();
    }

    @Test
    void reviewsReportsBottlesAndFavouritesLoseTheirWordsAndOthersDoNot() throws Exception {
        writes(person);
        writes(somebodyElse);
        assertThat(placesWith(person)).contains("reviews", "problem_reports", "participations", "bottles");
        erase(person);
        // What was answered to a key is remembered for a while, as promised, and then not any more.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(placesWith(person)).containsOnly("idempotency_records"));
        clock.skip(Duration.ofDays(31));
        idempotency.forgetOld();
        assertThat(placesWith(person)).isEmpty();
        ask("/api/v1/me/favourites/merchant", Callers.consumer(person))
                .andExpect(jsonPath("$.items").isEmpty());
        ask("/api/v1/me/reviews", Callers.consumer(person))
                .andExpect(jsonPath("$.items[0].stars").value(4));
        assertThat(placesWith(somebodyElse)).contains("reviews", "problem_reports", "participations", "bottles");
        ask("/api/v1/me/favourites/merchant", Callers.consumer(somebodyElse))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    private void writes(String who) throws Exception {
        String text = WORDS + who;
        String offer = liveOffer(merchantId, 5, 1);
        String redemption = body(redeem(shownCode(claimed(offer, who), who), Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
        tell("/api/v1/me/reviews", Callers.consumer(who), Map.of("redemptionId", redemption, "stars", 4, "text", text))
                .andExpect(status().isCreated());
        Map<String, Object> problem =
                Map.of("about", "OFFER", "targetId", offer, "problem", "REFUSED_IN_SHOP", "text", text);
        tell("/api/v1/me/reports", Callers.consumer(who), Ids.next(), problem).andExpect(status().isCreated());
        mvc.perform(put("/api/v1/me/favourites/merchant/" + merchantId).with(Callers.consumer(who)))
                .andExpect(status().is2xxSuccessful());
        String campaign = running(plan("BOTTLE", points(1)));
        join(campaign, who, Map.of("message", text)).andExpect(status().isCreated());
    }

    /** Of all that is stored, outboxes included. */
    private List<String> placesWith(String who) {
        List<String> places = new ArrayList<>();
        mongo.getCollectionNames()
                .forEach(name -> mongo.getCollection(name).find().forEach(document -> {
                    if (document.toJson().contains(WORDS + who)) {
                        places.add(name);
                    }
                }));
        return places;
    }

    private void erase(String who) {
        UserEvent.Erased erased = new UserEvent.Erased(who, clock.instant());
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(erased).typeName(),
                "/user-service",
                who,
                9,
                clock.instant(),
                EventEnvelope.write(erased));
        kafka.send(Topics.USER, who, envelope.toBytes()).join();
    }
}
