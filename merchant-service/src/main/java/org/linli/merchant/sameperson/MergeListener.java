package org.linli.merchant.sameperson;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears that two were one. */
@Component
class MergeListener {
    private static final String GROUP = "merchant-service-same-people";

    private final SamePeople people;

    MergeListener(SamePeople people) {
        this.people = people;
    }

    @KafkaListener(topics = Topics.USER, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value())
                .data()
                .filter(UserEvent.Merged.class::isInstance)
                .map(UserEvent.Merged.class::cast)
                .ifPresent(merged -> people.became(merged.mergedId(), merged.survivorId()));
    }
}
