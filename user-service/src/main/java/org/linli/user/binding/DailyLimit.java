package org.linli.user.binding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts what someone does in a day, exact however much of it happens at once. */
@Component
class DailyLimit {
    private static final String COLLECTION = "binding_limits";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Count(@Id String key, LocalDate day, int count) {}

    private final MongoOperations mongo;
    private final Clock clock;

    DailyLimit(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @return false when it was done that often today already */
    boolean take(String what, String userId, int most) {
        LocalDate today = today();
        String key = what + ":" + userId;
        mongo.remove(Query.query(Criteria.where("_id").is(key).and("day").ne(today)), COLLECTION);
        Query query = Query.query(Criteria.where("_id").is(key));
        Update one = new Update().inc("count", 1).set("day", today);
        try {
            return count(query, one) <= most;
        } catch (DuplicateKeyException anotherWasFirst) {
            return count(query, one) <= most;
        }
    }

    private int count(Query query, Update one) {
        FindAndModifyOptions options =
                FindAndModifyOptions.options().upsert(true).returnNew(true);
        Count count = mongo.findAndModify(query, one, options, Count.class, COLLECTION);
        return count == null ? 1 : count.count;
    }

    /** It was no fault of theirs. */
    void giveBack(String what, String userId) {
        Query query = Query.query(Criteria.where("_id").is(what + ":" + userId));
        mongo.updateFirst(query, new Update().inc("count", -1), COLLECTION);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
