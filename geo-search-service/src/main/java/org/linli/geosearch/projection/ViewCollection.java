package org.linli.geosearch.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Views by id, of which only a newer revision replaces an older one. */
final class ViewCollection<V extends View> {
    private static final int DUPLICATE_KEY = 11000;
    private static final int ATTEMPTS = 5;

    private final MongoOperations mongo;
    private final String name;
    private final Function<Document, V> read;

    ViewCollection(MongoOperations mongo, String name, Function<Document, V> read) {
        this.mongo = mongo;
        this.name = name;
        this.read = read;
    }

    Map<String, V> find(Collection<String> ids) {
        Map<String, V> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection().find(Filters.in("_id", ids)).forEach(document -> {
                V view = read.apply(document);
                found.put(view.id(), view);
            });
        }
        return found;
    }

    Optional<V> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** All views, a page at a time, in the order of their ids. */
    List<V> page(String afterId, int size) {
        return collection()
                .find(Filters.gt("_id", afterId))
                .sort(Sorts.ascending("_id"))
                .limit(size)
                .map(read::apply)
                .into(new ArrayList<>());
    }

    long count() {
        return collection().estimatedDocumentCount();
    }

    /** Writes those that are newer than what is there. */
    void putNewer(Collection<V> views) {
        Map<String, V> latest = latest(views);
        for (int attempt = 1; !latest.isEmpty(); attempt++) {
            try {
                write(latest);
                return;
            } catch (MongoBulkWriteException e) {
                // Another writer inserted one of them in between: now it is there to compare with.
                boolean raced = e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
                if (!raced || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static <V extends View> Map<String, V> latest(Collection<V> views) {
        return views.stream()
                .collect(Collectors.toMap(
                        View::id,
                        Function.identity(),
                        (one, other) -> one.revision() >= other.revision() ? one : other));
    }

    private void write(Map<String, V> latest) {
        Map<String, Long> known = revisions(latest.keySet());
        List<WriteModel<Document>> writes = new ArrayList<>();
        latest.forEach((id, view) -> {
            Long revision = known.get(id);
            if (revision == null || revision < view.revision()) {
                writes.add(new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", id), Filters.lt("revision", view.revision())),
                        new Document("_id", id)
                                .append("revision", view.revision())
                                .append("is", view.fields()),
                        new ReplaceOptions().upsert(revision == null)));
            }
        });
        if (!writes.isEmpty()) {
            collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private Map<String, Long> revisions(Collection<String> ids) {
        Map<String, Long> known = new HashMap<>();
        collection()
                .find(Filters.in("_id", ids))
                .projection(Projections.include("revision"))
                .forEach(document -> known.put(document.getString("_id"), document.getLong("revision")));
        return known;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(name);
    }
}
