package org.linli.starter.crypto;

import java.util.List;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Brings every data key under the current wrapping key; the values themselves stay as they are. Only what is under
 * another key is touched, each by one guarded write: it may be killed, repeated and run by several replicas at once.
 */
public class Rewrapping {
    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);
    private static final int PAGE = 100;

    /** What the latest run did so far; ended with {@code done < total}, it is worth starting again. */
    public record Progress(long total, long done, long failed, boolean running) {}

    private final MongoOperations mongo;
    private final KeyWrapping wrapping;
    private volatile Progress progress = new Progress(0, 0, 0, false);

    Rewrapping(MongoOperations mongo, KeyWrapping wrapping) {
        this.mongo = mongo;
        this.wrapping = wrapping;
    }

    public Progress progress() {
        return progress;
    }

    /**
     * Starts a run on a thread of its own.
     *
     * @return false when one is running already
     * @throws DependencyUnavailableException when nobody tells which key is the current one
     */
    public synchronized boolean start() {
        if (progress.running) {
            return false;
        }
        String current = wrapping.currentKeyId();
        long total = mongo.count(under(current, ""), DataKeys.COLLECTION);
        progress = new Progress(total, 0, 0, true);
        Thread thread = new Thread(() -> run(current), "rewrapping");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private static Query under(String current, String after) {
        return Query.query(Criteria.where("_id").gt(after).and("wrappingKeyId").ne(current));
    }

    private void run(String current) {
        try {
            String after = "";
            for (List<DataKeys.Stored> page = page(current, after); !page.isEmpty(); page = page(current, after)) {
                page.forEach(key -> count(rewrapped(key, current)));
                after = page.get(page.size() - 1).id();
            }
        } catch (RuntimeException e) {
            log.warn("re-wrapping stopped at {}: {}", progress, e.toString());
        } finally {
            Progress now = progress;
            progress = new Progress(now.total, now.done, now.failed, false);
        }
    }

    private List<DataKeys.Stored> page(String current, String after) {
        Query query = under(current, after).with(Sort.by("_id")).limit(PAGE);
        return mongo.find(query, DataKeys.Stored.class, DataKeys.COLLECTION);
    }

    /** Only this run's thread counts. */
    private void count(boolean done) {
        Progress now = progress;
        progress = new Progress(now.total, now.done + (done ? 1 : 0), now.failed + (done ? 0 : 1), true);
    }

    /** A key that cannot be unwrapped stops no other; a service that is away stops the run. */
    private boolean rewrapped(DataKeys.Stored key, String current) {
        try {
            byte[] wrapped = wrapping.wrap(current, wrapping.unwrap(key.wrappingKeyId(), key.wrapped()));
            Query asRead = Query.query(
                    Criteria.where("_id").is(key.id()).and("wrappingKeyId").is(key.wrappingKeyId()));
            Update update = new Update()
                    .set("wrapped", wrapped)
                    .set("wrappingKeyId", current)
                    .inc("version", 1);
            // Nothing matched: another replica was faster, which is as good.
            mongo.updateFirst(asRead, update, DataKeys.COLLECTION);
            return true;
        } catch (UnknownKeyException | UnreadableFieldException e) {
            log.warn("data key {} stays under {}: {}", key.id(), key.wrappingKeyId(), e.getMessage());
            return false;
        }
    }
}
