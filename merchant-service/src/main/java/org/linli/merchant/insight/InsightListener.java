package org.linli.merchant.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Follows the service's own coupons, many at a time: a rush on one offer costs a few writes, not one a claim. In a group
 * of its own, which begins with the oldest event there is; set back, it counts everything again and changes nothing.
 */
@Component
class InsightListener {
    static final String GROUP = "merchant-service-insight";
    private static final String HEAD_OFFICE = "/hq/";

    private final Counting counting;

    InsightListener(MongoOperations mongo, MerchantDirectory merchants) {
        this.counting = new Counting(
                new StoreShelf<>(mongo, Regular.class, Regular.COLLECTION),
                new StorePages(mongo),
                id -> merchants
                        .recentStanding(id)
                        .map(Standing::organisationPath)
                        .orElse(HEAD_OFFICE));
    }

    /** A record that can be no event goes to the dead letters alone; those before it are counted by then. */
    @KafkaListener(
            topics = Topics.COUPON,
            groupId = GROUP,
            containerFactory = "batchListenerFactory",
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<Optional<CouponEvent>> events = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                events.add(event(records.get(index)));
            } catch (MalformedEventException e) {
                take(events);
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, index);
            }
        }
        take(events);
    }

    private static Optional<CouponEvent> event(ConsumerRecord<String, byte[]> record) {
        return EventEnvelope.parse(record.value())
                .data()
                .filter(CouponEvent.class::isInstance)
                .map(CouponEvent.class::cast);
    }

    /** Fails one by one where it fails together, so that only the record at fault is tried again and given up. */
    private void take(List<Optional<CouponEvent>> events) {
        try {
            counting.take(events.stream().flatMap(Optional::stream).toList());
        } catch (RuntimeException together) {
            for (int index = 0; index < events.size(); index++) {
                try {
                    counting.take(events.get(index).stream().toList());
                } catch (RuntimeException e) {
                    e.addSuppressed(together);
                    throw new BatchListenerFailedException("coupon event not counted", e, index);
                }
            }
        }
    }
}
