package org.linli.merchant.branch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The doors by which merchants come to branches. Who is on the way is noted before anything is written, in one operation
 * that fails while the door is shut; whoever shuts it sees in the same document who got through before.
 */
@Repository
class BranchDoors {
    static final String COLLECTION = "branch_doors";
    /** Far longer than any write takes: whoever has not arrived by then has died on the way. */
    static final Duration LONGEST_WAY = Duration.ofMinutes(10);

    private static final String SHUT_UNTIL = "shutUntil";
    private static final String ARRIVALS = "arrivals";

    private final MongoOperations mongo;

    BranchDoors(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param arrivals null where nobody ever came */
    record Door(
            @Id String branchId,
            Instant shutUntil,
            @Nullable List<Arrival> arrivals) {
        long underWay(Instant now) {
            return arrivals == null
                    ? 0
                    : arrivals.stream()
                            .filter(one -> one.since.plus(LONGEST_WAY).isAfter(now))
                            .count();
        }
    }

    /** @param what tells it from every other one */
    record Arrival(String what, Instant since) {}

    /** @return false while the door is shut */
    boolean enter(String branchId, String what, Instant now) {
        Arrival arrival = new Arrival(what, now);
        if (isNoted(branchId, arrival)) {
            return true;
        }
        try {
            mongo.insert(new Door(branchId, Instant.EPOCH, List.of(arrival)), COLLECTION);
            return true;
        } catch (DuplicateKeyException thereIsOne) {
            // Shut, or somebody was the first to come a moment ago.
            return isNoted(branchId, arrival);
        }
    }

    private boolean isNoted(String branchId, Arrival arrival) {
        Query open =
                Query.query(Criteria.where("_id").is(branchId).and(SHUT_UNTIL).lte(arrival.since));
        return mongo.updateFirst(open, new Update().push(ARRIVALS, arrival), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    /** It is there, or has turned back. */
    void entered(String branchId, String what) {
        Query where = byId(branchId);
        Update gone =
                new Update().pull(ARRIVALS, Query.query(Criteria.where("what").is(what)));
        mongo.updateFirst(where, gone, COLLECTION);
    }

    /** @return the door as it was shut */
    Door shut(String branchId, Instant until) {
        Door shut = mongo.findAndModify(
                byId(branchId),
                Update.update(SHUT_UNTIL, until),
                FindAndModifyOptions.options().returnNew(true).upsert(true),
                Door.class,
                COLLECTION);
        return shut == null ? new Door(branchId, until, List.of()) : shut;
    }

    void open(String branchId) {
        mongo.updateFirst(byId(branchId), Update.update(SHUT_UNTIL, Instant.EPOCH), COLLECTION);
    }

    private static Query byId(String branchId) {
        return Query.query(Criteria.where("_id").is(branchId));
    }
}
