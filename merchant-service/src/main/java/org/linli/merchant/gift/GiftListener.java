package org.linli.merchant.gift;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Topics;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Finishes gifts whose acceptance was cut off: that somebody took it stands in the giver's coupon together with this
 * event, so it is heard at least once. For those that were finished it changes nothing.
 */
@Component
class GiftListener {
    private static final String GROUP = "merchant-service-gift";

    private final Giving giving;

    GiftListener(Giving giving) {
        this.giving = giving;
    }

    @KafkaListener(
            topics = Topics.COUPON,
            groupId = GROUP,
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(ConsumerRecord<String, byte[]> record) {
        if (!mayBeGift(record.value())) {
            return;
        }
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof CouponEvent.GiftAccepted accepted) {
                giving.finish(accepted.couponId(), accepted.receiverId());
            }
        });
    }

    /** Thousands of claims come for each gift: they are not worth being read as events. */
    private static boolean mayBeGift(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).contains(EventType.COUPON_GIFT_ACCEPTED.typeName());
    }
}
