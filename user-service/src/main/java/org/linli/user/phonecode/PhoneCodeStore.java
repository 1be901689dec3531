package org.linli.user.phonecode;

import java.time.Duration;
import java.util.function.Function;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps one {@link PhoneCode} per key. */
@Component
class PhoneCodeStore {
    private static final String COLLECTION = "phone_codes";
    private static final int ATTEMPTS = 16;

    private final MongoOperations mongo;

    PhoneCodeStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Only tidies up where the store knows how to. */
    @EventListener(ApplicationReadyEvent.class)
    void letOldCodesGo() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("forgetAt", Sort.Direction.ASC)
                        .named("old_codes")
                        .expire(Duration.ofHours(1)));
    }

    /** Loads or begins, changes and saves; again from the start when another request came between. */
    <R> R change(String key, Function<PhoneCode, R> change) {
        for (int attempt = 1; ; attempt++) {
            PhoneCode known = mongo.findById(key, PhoneCode.class, COLLECTION);
            PhoneCode code = known == null ? new PhoneCode(key) : known;
            R result = change.apply(code);
            try {
                mongo.save(code, COLLECTION);
                return result;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    void forget(String key) {
        mongo.remove(Query.query(Criteria.where("_id").is(key)), COLLECTION);
    }
}
