package org.linli.geosearch.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The latest rebuild, whichever instance works on it: one at a time; one whose worker fell silent is taken over. */
@Component
class ReindexRuns {
    static final Duration SILENT_AT_MOST = Duration.ofSeconds(30);
    private static final String COLLECTION = "reindexRuns";
    private static final String LATEST = "latest";

    private final MongoOperations mongo;
    private final Clock clock;

    ReindexRuns(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    enum State {
        RUNNING,
        CANCELLING,
        DONE,
        CANCELLED,
        FAILED;

        boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    /**
     * @param run changes with every rebuild, {@code worker} with everybody who takes it over
     * @param step what is being done
     * @param afterId the last view that is in the new index, of that step
     */
    record Run(
            @Id String id,
            String run,
            String worker,
            State state,
            Reindex.Step step,
            String afterId,
            long done,
            long total,
            String startedBy,
            Instant startedAt,
            Instant heardAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    /** Begins one; empty while another is under way. */
    Optional<Run> begin(String startedBy, long total) {
        Instant now = clock.instant();
        Run fresh = new Run(
                LATEST,
                Ids.next(),
                Ids.next(),
                State.RUNNING,
                Reindex.Step.MERCHANTS,
                "",
                0,
                total,
                startedBy,
                now,
                now,
                null,
                null);
        try {
            mongo.insert(fresh, COLLECTION);
            return Optional.of(fresh);
        } catch (DuplicateKeyException thereWasOne) {
            Query over =
                    Query.query(Criteria.where("_id").is(LATEST).and("state").in("DONE", "CANCELLED", "FAILED"));
            return mongo.findAndReplace(over, fresh, COLLECTION) == null ? Optional.empty() : Optional.of(fresh);
        }
    }

    Optional<Run> latest() {
        return Optional.ofNullable(mongo.findById(LATEST, Run.class, COLLECTION));
    }

    /** Takes over what nobody works on any more. */
    Optional<Run> takeOver() {
        return latest().filter(run -> !run.state.isOver())
                .filter(run -> run.heardAt.isBefore(clock.instant().minus(SILENT_AT_MOST)))
                .map(run -> mongo.findAndModify(
                        Query.query(Criteria.where("_id")
                                .is(LATEST)
                                .and("run")
                                .is(run.run)
                                .and("worker")
                                .is(run.worker)),
                        Update.update("worker", Ids.next()).set("heardAt", clock.instant()),
                        FindAndModifyOptions.options().returnNew(true),
                        Run.class,
                        COLLECTION));
    }

    /** @return false when it was cancelled or taken over: to be left alone from now on */
    boolean tell(Run run, Reindex.Step step, String afterId, long done) {
        Update update = Update.update("step", step)
                .set("afterId", afterId)
                .set("done", done)
                .set("heardAt", clock.instant());
        return mongo.updateFirst(ours(run, State.RUNNING), update, COLLECTION).getMatchedCount() == 1;
    }

    /** Still at work, with nothing to tell. */
    boolean breathe(Run run) {
        return mongo.updateFirst(ours(run, State.RUNNING), Update.update("heardAt", clock.instant()), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    void end(Run run, State state, @Nullable String reason) {
        Query ours = Query.query(Criteria.where("_id")
                .is(LATEST)
                .and("run")
                .is(run.run)
                .and("worker")
                .is(run.worker));
        mongo.updateFirst(
                ours, Update.update("state", state).set("reason", reason).set("endedAt", clock.instant()), COLLECTION);
    }

    /** @return false when none is under way */
    boolean cancel() {
        Query running =
                Query.query(Criteria.where("_id").is(LATEST).and("state").is(State.RUNNING));
        return mongo.updateFirst(running, Update.update("state", State.CANCELLING), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    boolean isCancelling(Run run) {
        return isOurs(run)
                && latest().filter(now -> now.state == State.CANCELLING).isPresent();
    }

    /** Whether nobody has taken it over and it is not over. */
    boolean isOurs(Run run) {
        return latest().filter(now -> now.run.equals(run.run) && now.worker.equals(run.worker))
                .filter(now -> !now.state.isOver())
                .isPresent();
    }

    private static Query ours(Run run, State state) {
        return Query.query(Criteria.where("_id")
                .is(LATEST)
                .and("run")
                .is(run.run)
                .and("worker")
                .is(run.worker)
                .and("state")
                .is(state));
    }
}
