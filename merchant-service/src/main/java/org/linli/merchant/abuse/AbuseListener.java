package org.linli.merchant.abuse;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of redemptions, and of people who want to be forgotten; repeats do no harm. */
@Component
class AbuseListener {
    private static final String GROUP = "merchant-service-abuse";

    private final Watching watching;

    AbuseListener(Watching watching) {
        this.watching = watching;
    }

    @KafkaListener(
            topics = {Topics.COUPON, Topics.USER},
            groupId = GROUP,
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(ConsumerRecord<String, byte[]> record) {
        if (isClaim(record)) {
            return;
        }
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof CouponEvent.Redeemed redeemed) {
                watching.redeemed(redeemed);
            } else if (data instanceof CouponEvent.Reversed reversed) {
                watching.reversed(reversed);
            } else if (data instanceof UserEvent.Erased erased) {
                watching.erased(erased.userId());
            }
        });
    }

    /** Most coupon events are claims: they are not worth being read. */
    private static boolean isClaim(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topics.COUPON)
                && new String(record.value(), StandardCharsets.UTF_8)
                        .contains("\"" + EventType.COUPON_CLAIMED.typeName() + "\"");
    }
}
