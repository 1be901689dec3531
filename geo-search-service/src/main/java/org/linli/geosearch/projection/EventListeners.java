package org.linli.geosearch.projection;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.Topics;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The topics this service follows. Started by {@link IndexStartup}: without an index there is nowhere to write to. */
@Component
class EventListeners {
    private final EventBatch batch;

    EventListeners(EventBatch batch) {
        this.batch = batch;
    }

    @KafkaListener(topics = Topics.BRANCH, containerFactory = "batchListenerFactory", autoStartup = "false")
    void branches(List<ConsumerRecord<String, byte[]>> records) {
        batch.apply(records);
    }

    @KafkaListener(topics = Topics.MERCHANT, containerFactory = "batchListenerFactory", autoStartup = "false")
    void merchants(List<ConsumerRecord<String, byte[]>> records) {
        batch.apply(records);
    }

    @KafkaListener(topics = Topics.OFFER, containerFactory = "batchListenerFactory", autoStartup = "false")
    void offers(List<ConsumerRecord<String, byte[]>> records) {
        batch.apply(records);
    }

    @KafkaListener(
            topics = Topics.COUPON,
            containerFactory = "batchListenerFactory",
            autoStartup = "false",
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void coupons(List<ConsumerRecord<String, byte[]>> records) {
        batch.apply(records);
    }
}
