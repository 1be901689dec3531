package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/** Follows people, what they do and what is lent to their shops, many events at a time; set back to the beginning, it changes nothing. */
@Component
class FactsListener {
    private static final String GROUP = "merchant-service-audience";

    private final Learning learning;

    FactsListener(Learning learning) {
        this.learning = learning;
    }

    @KafkaListener(
            topics = {Topics.USER, Topics.COUPON, Topics.FAVOURITE, Topics.LOAN},
            groupId = GROUP,
            containerFactory = "batchListenerFactory",
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<Optional<Heard>> heard = new ArrayList<>(records.size());
        for (int index = 0; index < records.size(); index++) {
            try {
                heard.add(read(records.get(index)));
            } catch (MalformedEventException e) {
                take(heard);
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, index);
            }
        }
        take(heard);
    }

    private static Optional<Heard> read(ConsumerRecord<String, byte[]> record) {
        EventEnvelope envelope = EventEnvelope.parse(record.value());
        return envelope.data().map(data -> new Heard(data, envelope.subject(), envelope.sequence()));
    }

    /** Fails one by one where it fails together, so that only the record at fault is tried again and given up. */
    private void take(List<Optional<Heard>> heard) {
        try {
            learning.take(heard.stream().flatMap(Optional::stream).toList());
        } catch (RuntimeException together) {
            for (int index = 0; index < heard.size(); index++) {
                try {
                    learning.take(heard.get(index).stream().toList());
                } catch (RuntimeException e) {
                    e.addSuppressed(together);
                    throw new BatchListenerFailedException("event not learnt", e, index);
                }
            }
        }
    }
}
