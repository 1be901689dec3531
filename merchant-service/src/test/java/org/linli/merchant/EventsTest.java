package org.linli.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.OfferEvent;
import org.linli.events.Topics;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** What others read on the broker. */
class EventsTest extends HttpTest {
    private KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    @BeforeEach
    void subscribe() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        LocalStack.kafka(),
                        "group.id",
                        "events-test-" + Ids.next(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.MERCHANT, Topics.OFFER, Topics.COUPON));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void everyTurnIsToldInOrderPerAggregateAndWithoutPersonalData() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 2, 1);
        String couponId = claimed(offerId, "c1");
        redeem(shownCode(couponId, "c1"), Callers.cashier(merchantId), Ids.next());
        claimed(offerId, "c2");

        awaitTypes(merchantId, "merchant-applied", "merchant-approved");
        awaitTypes(offerId, "offer-published", "offer-sold-out");
        awaitTypes(couponId, "coupon-claimed", "coupon-redeemed");
        assertThat(seen)
                .extracting(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("王小明") || text.contains("13800001234"));
    }

    @Test
    void aClaimTellsWhatIsLeftAndAtWhichRevision() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 2, 1);
        String first = claimed(offerId, "c1");
        String second = claimed(offerId, "c2");
        awaitTypes(second, "coupon-claimed");
        awaitTypes(first, "coupon-claimed");
        CouponEvent.Claimed earlier =
                (CouponEvent.Claimed) events(first).get(0).data().orElseThrow();
        CouponEvent.Claimed later =
                (CouponEvent.Claimed) events(second).get(0).data().orElseThrow();
        assertThat(earlier.stockLeft()).isEqualTo(1);
        assertThat(later.stockLeft()).isZero();
        assertThat(later.stockRevision()).isGreaterThan(earlier.stockRevision());
        awaitTypes(offerId, "offer-published", "offer-sold-out");
        OfferEvent.SoldOut soldOut =
                (OfferEvent.SoldOut) events(offerId).get(1).data().orElseThrow();
        assertThat(soldOut.stockRevision()).isEqualTo(later.stockRevision());
    }

    @Test
    void an_offers_way_through_time_is_told_in_order() throws Exception {
        String merchantId = approvedMerchant();
        Map<String, Object> form = offer(2, 1);
        form.put("validFrom", clock.instant().plus(Duration.ofHours(1)).toString());
        String offerId = published(merchantId, draft(merchantId, form));
        awaitTypes(offerId, "offer-scheduled");
        clock.skip(Duration.ofDays(40));
        awaitTypes(offerId, "offer-scheduled", "offer-published", "offer-ended");
    }

    @Test
    void a_coupon_that_nobody_used_is_told_to_have_expired_once() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 3, 1);
        String unused = claimed(offerId, "c1");
        String used = claimed(offerId, "c2");
        redeem(shownCode(used, "c2"), Callers.cashier(merchantId), Ids.next());
        awaitTypes(unused, "coupon-claimed");
        clock.skip(Duration.ofDays(31));
        awaitTypes(unused, "coupon-claimed", "coupon-expired");
        awaitTypes(used, "coupon-claimed", "coupon-redeemed");
    }

    private void awaitTypes(String aggregateId, String... types) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            assertThat(events(aggregateId)).extracting(EventEnvelope::type).containsExactly(types);
        });
        assertThat(events(aggregateId)).isSortedAccordingTo(java.util.Comparator.comparing(EventEnvelope::sequence));
    }

    private List<EventEnvelope> events(String aggregateId) {
        return seen.stream()
                .filter(record -> aggregateId.equals(record.key()))
                .map(record -> EventEnvelope.parse(record.value()))
                .toList();
    }
}
