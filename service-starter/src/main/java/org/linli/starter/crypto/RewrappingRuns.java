package org.linli.starter.crypto;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The latest run of this service, whichever replica it is on: one at a time, and one that died is over in a minute. */
class RewrappingRuns {
    static final Duration SILENT_AT_MOST = Duration.ofMinutes(1);
    private static final String COLLECTION = "rewrapping_runs";
    private static final String LATEST = "latest";

    private record Stored(
            @Id String id,
            String run,
            long total,
            long done,
            long failed,
            boolean running,
            boolean stopping,
            Instant heardAt) {}

    private final MongoOperations mongo;
    private final Clock clock;

    RewrappingRuns(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Begins one; empty while another is running. */
    Optional<String> begin(long total) {
        String run = Ids.next();
        Stored fresh = new Stored(LATEST, run, total, 0, 0, true, false, clock.instant());
        try {
            mongo.insert(fresh, COLLECTION);
            return Optional.of(run);
        } catch (DuplicateKeyException thereWasOne) {
            return replaced(fresh) ? Optional.of(run) : Optional.empty();
        }
    }

    private boolean replaced(Stored fresh) {
        Query over = Query.query(Criteria.where("_id")
                .is(LATEST)
                .orOperator(
                        Criteria.where("running").is(false),
                        Criteria.where("heardAt").lt(clock.instant().minus(SILENT_AT_MOST))));
        Update update = new Update()
                .set("run", fresh.run)
                .set("total", fresh.total)
                .set("done", 0L)
                .set("failed", 0L)
                .set("running", true)
                .set("stopping", false)
                .set("heardAt", fresh.heardAt);
        return mongo.updateFirst(over, update, COLLECTION).getModifiedCount() == 1;
    }

    /** @return false when it was told to stop, or was taken for dead and another has begun */
    boolean tell(String run, long done, long failed) {
        Query ours = ours(run).addCriteria(Criteria.where("stopping").is(false));
        return mongo.updateFirst(ours, counts(done, failed), COLLECTION).getMatchedCount() == 1;
    }

    void end(String run, long done, long failed) {
        mongo.updateFirst(ours(run), counts(done, failed).set("running", false), COLLECTION);
    }

    private static Query ours(String run) {
        return Query.query(Criteria.where("_id").is(LATEST).and("run").is(run));
    }

    private Update counts(long done, long failed) {
        return new Update().set("done", done).set("failed", failed).set("heardAt", clock.instant());
    }

    /** Asks whatever is running to end after the piece in hand. */
    void stop() {
        Query running =
                Query.query(Criteria.where("_id").is(LATEST).and("running").is(true));
        mongo.updateFirst(running, Update.update("stopping", true), COLLECTION);
    }

    Rewrapping.Progress progress() {
        Stored latest = latest();
        if (latest == null) {
            return new Rewrapping.Progress(0, 0, 0, false);
        }
        boolean alive = !latest.heardAt.isBefore(clock.instant().minus(SILENT_AT_MOST));
        return new Rewrapping.Progress(latest.total, latest.done, latest.failed, latest.running && alive);
    }

    private @Nullable Stored latest() {
        return mongo.findById(LATEST, Stored.class, COLLECTION);
    }
}
