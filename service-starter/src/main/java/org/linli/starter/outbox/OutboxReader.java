package org.linli.starter.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Reads outboxes and removes what was sent; works on documents, whatever the aggregate's class. */
class OutboxReader {
    private static final int PAGE = 500;
    /** Every document is held against all of them. */
    private static final int REMOVED_TOGETHER = 100;

    private final MongoOperations mongo;

    OutboxReader(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Sparse: only documents with something to send are in it, so that a sweep of millions looks at those alone. */
    void ensureIndex(String collection) {
        mongo.getCollection(collection)
                .createIndex(
                        Indexes.ascending("outbox._id"),
                        new IndexOptions().sparse(true).name("outbox_pending"));
    }

    List<String> pending(String collection, String afterId) {
        List<String> ids = new ArrayList<>();
        mongo.getCollection(collection)
                .find(Filters.and(Filters.gt("_id", afterId), Filters.gt("outbox._id", "")))
                .projection(Projections.include("_id"))
                .sort(Indexes.ascending("_id"))
                .limit(PAGE)
                .forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }

    Map<String, List<OutboxEvent>> read(String collection, Collection<String> ids) {
        Map<String, List<OutboxEvent>> found = new HashMap<>();
        mongo.getCollection(collection)
                .find(Filters.in("_id", ids))
                .projection(Projections.include("outbox"))
                .forEach(document -> found.put(document.getString("_id"), events(document)));
        return found;
    }

    private static List<OutboxEvent> events(Document document) {
        List<Document> outbox = document.getList("outbox", Document.class, List.of());
        return outbox.stream().map(OutboxReader::event).toList();
    }

    private static OutboxEvent event(Document entry) {
        String id = entry.getString("_id");
        Date time = entry.getDate("time");
        return new OutboxEvent(
                id == null ? entry.getString("id") : id,
                entry.getString("type"),
                entry.getLong("sequence"),
                time == null ? Instant.EPOCH : time.toInstant(),
                entry.getString("dataJson"),
                entry.getString("key"),
                entry.getString("rowJson"));
    }

    /**
     * Removes sent events and bumps the version, so that nobody's stale copy can bring them back. One command for many
     * aggregates: an event's id exists once, so it may be pulled from whichever of them it is in.
     */
    void remove(String collection, Map<String, List<String>> sentByAggregate) {
        List<String> ids = List.copyOf(sentByAggregate.keySet());
        for (int from = 0; from < ids.size(); from += REMOVED_TOGETHER) {
            List<String> some = ids.subList(from, Math.min(from + REMOVED_TOGETHER, ids.size()));
            List<String> sent = some.stream()
                    .flatMap(id -> sentByAggregate.getOrDefault(id, List.of()).stream())
                    .toList();
            mongo.getCollection(collection)
                    .updateMany(
                            Filters.in("_id", some),
                            Updates.combine(
                                    Updates.pull("outbox", Filters.in("_id", sent)), Updates.inc("version", 1L)));
        }
    }
}
