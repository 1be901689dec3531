package org.linli.merchant.forgetting;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears that somebody is to be forgotten; whatever fails is tried again with all of it. */
@Component
class Forgetting {
    private static final String GROUP = "merchant-service-forgetting";

    private final SamePeople people;
    private final List<PersonalTraces> traces;

    Forgetting(SamePeople people, List<PersonalTraces> traces) {
        this.people = people;
        this.traces = List.copyOf(traces);
    }

    @KafkaListener(topics = Topics.USER, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value())
                .data()
                .filter(UserEvent.Erased.class::isInstance)
                .map(UserEvent.Erased.class::cast)
                .ifPresent(
                        erased -> people.idsOf(erased.userId()).forEach(id -> traces.forEach(kept -> kept.forget(id))));
    }
}
