package org.linli.merchant.review;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.MerchantEvent;
import org.linli.events.Topics;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what makes a review void or moves it; repeats do no harm. */
@Component
class ReviewListener {
    private static final String GROUP = "merchant-service-review";

    private final Reviewing reviewing;

    ReviewListener(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @KafkaListener(
            topics = {Topics.COUPON, Topics.MERCHANT},
            groupId = GROUP,
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.COUPON) && !mayBeReversal(record.value())) {
            return;
        }
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof CouponEvent.Reversed reversed) {
                reviewing.withdraw(reversed.redemptionId());
            } else if (data instanceof MerchantEvent.Moved moved) {
                reviewing.follow(moved.merchant().merchantId());
            }
        });
    }

    /** Thousands of claims come for each reversal: they are not worth being read as events. */
    private static boolean mayBeReversal(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).contains(EventType.COUPON_REVERSED.typeName());
    }
}
