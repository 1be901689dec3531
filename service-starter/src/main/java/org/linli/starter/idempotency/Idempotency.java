package org.linli.starter.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.web.ProblemException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what a key was used for and what was answered: the same key and body get the same answer again, another
 * body is refused. A crash between the action and the remembering makes the action run again, so the action itself
 * must recognise its own earlier effect by {@link IdempotencyKey#scope()}. A refusal is not remembered: the caller may
 * try again.
 */
public class Idempotency {
    private static final String COLLECTION = "idempotency_records";

    private final MongoOperations mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration keptFor;

    /** @param keptFor how long an answer is remembered; afterwards the action recognises a repetition, or nobody does */
    public Idempotency(MongoOperations mongo, JsonMapper json, Clock clock, Duration keptFor) {
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        mongo.indexOps(COLLECTION).createIndex(new Index("at", Sort.Direction.ASC).named("by_age"));
    }

    /** Answers hold what people wrote: they are not kept for ever. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    public void forgetOld() {
        mongo.remove(Query.query(Criteria.where("at").lt(clock.instant().minus(keptFor))), COLLECTION);
    }

    /**
     * Runs the action once for the key.
     *
     * @param key null when the caller sent none and the call does not demand one: the action then simply runs
     * @param body the parsed request; its JSON is hashed and kept
     * @throws ProblemException 422 {@code idempotency-key-reused} when the key came with another body before
     */
    public <T> T once(@Nullable IdempotencyKey key, Object body, Class<T> answerType, Supplier<T> action) {
        if (key == null) {
            return action.get();
        }
        Entry known = begin(key, Ids.hash(json.writeValueAsString(body)));
        if (known.answer != null) {
            return json.readValue(known.answer, answerType);
        }
        T answer = action.get();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key.scope())),
                Update.update("answer", json.writeValueAsString(answer)),
                COLLECTION);
        return answer;
    }

    private Entry begin(IdempotencyKey key, String bodyHash) {
        Entry fresh = new Entry(key.scope(), bodyHash, null, clock.instant());
        try {
            return mongo.insert(fresh, COLLECTION);
        } catch (DuplicateKeyException usedBefore) {
            Entry known = mongo.findById(key.scope(), Entry.class, COLLECTION);
            if (known == null) {
                return fresh;
            }
            if (!known.bodyHash.equals(bodyHash)) {
                throw ProblemException.refused("idempotency-key-reused");
            }
            return known;
        }
    }

    record Entry(@Id String id, String bodyHash, @Nullable String answer, Instant at) {}
}
