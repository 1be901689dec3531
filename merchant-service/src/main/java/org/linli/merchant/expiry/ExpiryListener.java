package org.linli.merchant.expiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Enters every new coupon under the end of its window, many at a time: claims themselves write nothing more for it. A
 * repeat enters the same; one that comes after its coupon was told of is struck out again by the sweep.
 */
@Component
class ExpiryListener {
    private static final String GROUP = "merchant-service-expiry";

    private final DueCoupons due;

    ExpiryListener(DueCoupons due) {
        this.due = due;
    }

    @KafkaListener(
            topics = Topics.COUPON,
            groupId = GROUP,
            containerFactory = "batchListenerFactory",
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<DueCoupon> entries = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                EventEnvelope.parse(records.get(index).value())
                        .data()
                        .flatMap(ExpiryListener::entry)
                        .ifPresent(entries::add);
            } catch (MalformedEventException e) {
                due.enter(entries);
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, index);
            }
        }
        due.enter(entries);
    }

    private static Optional<DueCoupon> entry(Object event) {
        if (event instanceof CouponEvent.Claimed claimed) {
            return Optional.of(DueCoupon.at(claimed.validUntil(), claimed.couponId()));
        }
        return event instanceof CouponEvent.Received received
                ? Optional.of(DueCoupon.at(received.validUntil(), received.couponId()))
                : Optional.empty();
    }
}
