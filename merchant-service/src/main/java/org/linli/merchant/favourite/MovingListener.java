package org.linli.merchant.favourite;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears that two were one. */
@Component
class MovingListener {
    private static final String GROUP = "merchant-service-favourites";

    private final Moving moving;

    MovingListener(Moving moving) {
        this.moving = moving;
    }

    @KafkaListener(topics = Topics.USER, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value())
                .data()
                .filter(UserEvent.Merged.class::isInstance)
                .map(UserEvent.Merged.class::cast)
                .ifPresent(merged -> moving.became(merged.mergedId(), merged.survivorId()));
    }
}
