package org.linli.loan.application;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.linli.loan.application.PersonalTraces.Forgotten;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hears that somebody is to be forgotten (rule P-4). Whatever fails is tried again with all of it; while a case is open
 * its words are needed, so the person is remembered until it ended, and gone through again.
 */
@Component
class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final String GROUP = "loan-service-forgetting";
    private static final String COLLECTION = "loan_people_to_forget";
    private static final int MOST = 1_000;

    private final MongoOperations mongo;
    private final ApplicationRegister register;
    private final List<PersonalTraces> traces;

    Forgetting(MongoOperations mongo, ApplicationRegister register, List<PersonalTraces> traces) {
        this.mongo = mongo;
        this.register = register;
        this.traces = List.copyOf(traces);
    }

    @Document(COLLECTION)
    @TypeAlias("person-to-forget")
    record ToForget(@Id String userId) {}

    @KafkaListener(topics = Topics.USER, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value())
                .data()
                .filter(UserEvent.Erased.class::isInstance)
                .map(UserEvent.Erased.class::cast)
                .ifPresent(erased -> forget(erased.userId()));
    }

    /** Noted first: a crash in between leaves somebody to be gone through again. */
    void forget(String userId) {
        mongo.save(new ToForget(userId), COLLECTION);
        Forgotten person = new Forgotten(userId, register.ofPerson(userId));
        traces.forEach(kept -> kept.forget(person));
        if (!person.hasOpenCase()) {
            mongo.remove(Query.query(Criteria.where("_id").is(userId)), COLLECTION);
        }
    }

    @Scheduled(fixedDelayString = "${linli.loan.applications.forget-every:PT1H}", initialDelayString = "PT2M")
    void again() {
        try {
            mongo.find(new Query().limit(MOST), ToForget.class, COLLECTION).forEach(one -> forget(one.userId()));
        } catch (RuntimeException e) {
            log.warn("people to be forgotten wait: {}", e.getClass().getSimpleName());
        }
    }
}
