package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.MerchantEvent;
import org.linli.events.Topics;
import org.linli.geosearch.fixtures.Broker;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Samples.Merchant;
import org.linli.geosearch.fixtures.Samples.Offer;
import org.linli.starter.Ids;
import tools.jackson.databind.JsonNode;

/** Events come repeated, late and in any order between topics; the search shows the latest state all the same. */
class EventOrderRules {
    private static final Http HTTP = RunningService.shared().http();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String merchantId = Ids.next();
    private final double lat = 20 + Math.random() * 30;
    private final double lng = 80 + Math.random() * 40;
    private final Merchant merchant = Samples.aMerchant(merchantId).at(lat, lng);
    private final Offer offer = Samples.anOffer(Ids.next(), merchantId);

    @Test
    void an_offer_that_arrives_before_its_merchant_is_shown_when_the_merchant_does() {
        Broker.publish(offer.event(1));
        awaitApplied(offer.id());
        assertThat(offersHere()).isEmpty();

        Broker.publish(merchant.event(2));

        eventually(() -> offersHere().size() == 1);
    }

    @Test
    void a_stale_and_a_repeated_event_change_nothing() {
        Broker.publish(merchant.named("新名").event(3), offer.titled("新题").event(5));
        eventually(() -> offersHere().size() == 1);

        Broker.publish(
                merchant.named("旧名").event(2),
                offer.titled("旧题").event(4),
                offer.titled("新题").event(5));
        Feed.awaitCaughtUp(RunningService.shared());

        JsonNode item = offersHere().get(0);
        assertThat(item.get("title").asString()).isEqualTo("新题");
        assertThat(item.get("merchantName").asString()).isEqualTo("新名");
    }

    @Test
    void of_many_claims_the_one_with_the_highest_stock_revision_counts_in_whatever_order_they_come() {
        Broker.publish(merchant.event(1), offer.event(1));
        EventEnvelope[] claims = new EventEnvelope[60];
        for (int i = 0; i < claims.length; i++) {
            int revision = (i * 37) % claims.length + 1;
            claims[i] = offer.claimed(100 - revision, revision);
        }
        Broker.publish(claims);

        eventually(() ->
                offersHere().stream().anyMatch(item -> item.get("stockLeft").asInt() == 40));
        Feed.awaitCaughtUp(RunningService.shared());
        assertThat(offersHere().get(0).get("stockLeft").asInt()).isEqualTo(40);
    }

    @Test
    void a_claim_known_before_its_offer_is_not_forgotten() {
        Broker.publish(offer.claimed(7, 93));
        Feed.awaitCaughtUp(RunningService.shared());
        Broker.publish(merchant.event(1), offer.event(1));

        eventually(() -> offersHere().size() == 1);
        assertThat(offersHere().get(0).get("stockLeft").asInt()).isEqualTo(7);
    }

    @Test
    void a_sold_out_offer_is_back_when_its_stock_is_raised_and_a_late_claim_does_not_hide_it_again() {
        Broker.publish(merchant.event(1), offer.event(1), offer.soldOut(100));
        Feed.awaitCaughtUp(RunningService.shared());
        assertThat(offersHere()).isEmpty();

        Broker.publish(offer.stocked(120).resized(20, 101, 3));
        eventually(() -> offersHere().size() == 1);
        Broker.publish(offer.claimed(0, 100));
        Feed.awaitCaughtUp(RunningService.shared());

        assertThat(offersHere().get(0).get("stockLeft").asInt()).isEqualTo(20);
    }

    @Test
    void a_scheduled_offer_is_shown_as_soon_as_its_window_has_begun_whether_or_not_that_was_told() {
        Offer begun = offer.being("SCHEDULED");
        Offer later = Samples.anOffer(Ids.next(), merchantId)
                .being("SCHEDULED")
                .valid(Samples.NOON.plusSeconds(60), Samples.NOON.plusSeconds(3600));
        Broker.publish(merchant.event(1), begun.event(1), later.event(1));
        eventually(() -> offersHere().size() == 1);
        Feed.awaitCaughtUp(RunningService.shared());

        assertThat(offersHere())
                .extracting(item -> item.get("offerId").asString())
                .containsExactly(begun.id());
    }

    @Test
    void an_offer_sold_out_paused_or_ended_is_gone_and_a_late_claim_does_not_bring_it_back() {
        Broker.publish(merchant.event(1), offer.event(1));
        eventually(() -> offersHere().size() == 1);

        Broker.publish(offer.soldOut(100));
        eventually(() -> offersHere().isEmpty());
        Broker.publish(offer.claimed(1, 99));
        Feed.awaitCaughtUp(RunningService.shared());
        assertThat(offersHere()).isEmpty();

        Offer other = Samples.anOffer(Ids.next(), merchantId);
        Broker.publish(other.event(1));
        eventually(() -> offersHere().size() == 1);
        Broker.publish(other.being("PAUSED").event(2));
        eventually(() -> offersHere().isEmpty());
        Broker.publish(other.event(3));
        eventually(() -> offersHere().size() == 1);
        Broker.publish(other.being("ENDED").event(4));
        eventually(() -> offersHere().isEmpty());
    }

    @Test
    void sold_out_speaks_of_the_stock_and_must_not_hide_the_offers_next_event() {
        Broker.publish(merchant.event(1), offer.event(1), offer.soldOut(100));
        Feed.awaitCaughtUp(RunningService.shared());
        Broker.publish(offer.titled("补货").event(2), offer.claimed(20, 101));

        eventually(() -> offersHere().stream()
                .anyMatch(item -> item.get("title").asString().equals("补货")));
    }

    @Test
    void a_suspended_merchant_takes_its_offers_along_and_a_moved_one_too() {
        Broker.publish(merchant.event(1), offer.event(1));
        eventually(() -> offersHere().size() == 1 && merchantsHere().size() == 1);

        Broker.publish(merchant.being("SUSPENDED").event(2));
        eventually(() -> offersHere().isEmpty() && merchantsHere().isEmpty());

        Broker.publish(merchant.at(lat + 0.001, lng).event(3));
        eventually(() -> offersHere().size() == 1);
        assertThat(offersHere().get(0).get("distanceMeters").asDouble()).isBetween(111.0, 111.4);
    }

    @Test
    void a_merchant_that_moves_resumes_or_closes_takes_its_offers_along() {
        Broker.publish(merchant.event(1), offer.event(1));
        eventually(() -> offersHere().size() == 1);

        Broker.publish(merchant.at(lat + 0.001, lng).event(2, MerchantEvent.Moved::new));
        eventually(() -> offersHere().size() == 1
                && offersHere().get(0).get("distanceMeters").asDouble() > 111);

        Broker.publish(merchant.being("APPLIED").event(3, MerchantEvent.Moved::new));
        eventually(() -> offersHere().isEmpty() && merchantsHere().isEmpty());

        Broker.publish(merchant.event(4, MerchantEvent.Resumed::new));
        eventually(() -> offersHere().size() == 1 && merchantsHere().size() == 1);

        Broker.publish(merchant.being("CLOSED").event(5, MerchantEvent.Closed::new));
        eventually(() -> offersHere().isEmpty() && merchantsHere().isEmpty());
    }

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters_alone() {
        String key = "poison-" + merchantId;
        String nameless = Ids.next();
        Broker.publish(merchant.event(1));
        Broker.publishRaw(Topics.OFFER, key, "no event".getBytes(StandardCharsets.UTF_8));
        Broker.publish(Samples.anOffer(nameless, " ").event(1), offer.event(1));

        eventually(() -> offersHere().size() == 1);
        String deadLetters = Topics.OFFER + Topics.DEAD_LETTER_SUFFIX;
        eventually(() -> !Broker.read(deadLetters, key).isEmpty());
        ConsumerRecord<String, byte[]> dead = Broker.read(deadLetters, key).get(0);
        Header cause = dead.headers().lastHeader("kafka_dlt-exception-stacktrace");
        assertThat(new String(cause.value(), StandardCharsets.UTF_8)).contains("MalformedEventException");
        eventually(() -> !Broker.read(deadLetters, nameless).isEmpty());
        assertThat(Broker.read(deadLetters, offer.id())).isEmpty();
    }

    @Test
    void a_published_offer_is_found_within_two_seconds() {
        Broker.publish(merchant.event(1), offer.event(1));
        eventually(() -> offersHere().size() == 1);
        for (int i = 0; i < 5; i++) {
            Offer fresh = Samples.anOffer(Ids.next(), merchantId);
            long published = System.nanoTime();
            Broker.publish(fresh.event(1));
            eventually(() -> offersHere().stream()
                    .anyMatch(item -> item.get("offerId").asString().equals(fresh.id())));
            assertThat(Duration.ofNanos(System.nanoTime() - published)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private List<JsonNode> offersHere() {
        return HTTP.offers("lat", lat, "lng", lng, "size", 100).items();
    }

    private List<JsonNode> merchantsHere() {
        return HTTP.merchants("lat", lat, "lng", lng).items();
    }

    private void awaitApplied(String offerId) {
        Views views = RunningService.shared().bean(Views.class);
        eventually(() -> views.offers.find(offerId).isPresent());
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).until(condition);
    }
}
