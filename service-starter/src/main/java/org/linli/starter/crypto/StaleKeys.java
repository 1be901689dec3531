package org.linli.starter.crypto;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The data keys that are not under the current wrapping key. */
class StaleKeys implements RewrappingPart {
    private static final Logger log = LoggerFactory.getLogger(StaleKeys.class);
    private static final int PAGE = 100;

    private final MongoOperations mongo;
    private final KeyWrapping wrapping;
    private final String current;

    StaleKeys(MongoOperations mongo, KeyWrapping wrapping, String current) {
        this.mongo = mongo;
        this.wrapping = wrapping;
        this.current = current;
    }

    private Query after(String id) {
        return Query.query(Criteria.where("_id").gt(id).and("wrappingKeyId").ne(current));
    }

    @Override
    public long left() {
        return mongo.count(after(""), DataKeys.COLLECTION);
    }

    @Override
    public boolean run(Counter counter) {
        String last = "";
        for (List<DataKeys.Stored> page = page(last); !page.isEmpty(); page = page(last)) {
            for (DataKeys.Stored key : page) {
                if (!counter.count(rewrapped(key))) {
                    return false;
                }
                last = key.id();
            }
        }
        return true;
    }

    private List<DataKeys.Stored> page(String last) {
        Query query = after(last).with(Sort.by("_id")).limit(PAGE);
        return mongo.find(query, DataKeys.Stored.class, DataKeys.COLLECTION);
    }

    /** A key that cannot be unwrapped stops no other; a service that is away stops the run. */
    private boolean rewrapped(DataKeys.Stored key) {
        try {
            byte[] wrapped = wrapping.wrap(current, wrapping.unwrap(key.wrappingKeyId(), key.wrapped()));
            Query asRead = Query.query(
                    Criteria.where("_id").is(key.id()).and("wrappingKeyId").is(key.wrappingKeyId()));
            Update update = new Update()
                    .set("wrapped", wrapped)
                    .set("wrappingKeyId", current)
                    .inc("version", 1);
            // Nothing matched: another run was faster, which is as good.
            mongo.updateFirst(asRead, update, DataKeys.COLLECTION);
            return true;
        } catch (UnknownKeyException | UnreadableFieldException e) {
            log.warn("data key {} stays under {}: {}", key.id(), key.wrappingKeyId(), e.getMessage());
            return false;
        }
    }
}
