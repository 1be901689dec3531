package org.linli.merchant.participation;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.events.UserRegistered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Remembers since when people are registered. Of whom nothing was heard registered before anybody listened. */
@Component
class Registrations {
    static final String COLLECTION = "registrations";
    private static final String GROUP = "merchant-service-registrations";
    private static final String CONSUMER = "consumer";

    private final MongoOperations mongo;

    Registrations(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @KafkaListener(topics = Topics.USER, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope event = EventEnvelope.parse(record.value());
        event.data().ifPresent(data -> {
            if (data instanceof UserRegistered registered && CONSUMER.equals(registered.kind())) {
                keep(new Registration(registered.userId(), event.time()));
            }
        });
    }

    private void keep(Registration registration) {
        try {
            mongo.insert(registration, COLLECTION);
        } catch (DuplicateKeyException keptBefore) {
            // A repetition: one registers once.
        }
    }

    boolean isAfter(String consumerId, Instant moment) {
        Registration known = mongo.findById(consumerId, Registration.class, COLLECTION);
        return known != null && !known.at.isBefore(moment);
    }

    @Document(COLLECTION)
    @TypeAlias("registration")
    record Registration(@Id String userId, Instant at) {}
}
