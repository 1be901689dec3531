package org.linli.starter.picture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Which keys of the storage are in use. A key is entered before its bytes are put and struck out after they are deleted,
 * so nothing lies in the storage that nobody knows of.
 */
class PictureRegister {
    private static final String COLLECTION = "pictures";

    private final MongoOperations mongo;

    PictureRegister(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param removeAfter when it may be deleted; null for one that is kept */
    @Document(COLLECTION)
    @TypeAlias("picture")
    record Entry(
            @Id String key,
            @Indexed(sparse = true) @Nullable Instant removeAfter) {}

    void enter(String key, Instant removeAfter) {
        mongo.insert(new Entry(key, removeAfter), COLLECTION);
    }

    void keep(String key) {
        mongo.updateFirst(byKey(key), new Update().unset("removeAfter"), COLLECTION);
    }

    void remove(String key, Instant after) {
        mongo.updateFirst(byKey(key), Update.update("removeAfter", after), COLLECTION);
    }

    void strike(String key) {
        mongo.remove(byKey(key), COLLECTION);
    }

    List<String> due(Instant now, int limit) {
        Query due = Query.query(Criteria.where("removeAfter").lte(now))
                .with(Sort.by("removeAfter"))
                .limit(limit);
        return mongo.find(due, Entry.class, COLLECTION).stream().map(Entry::key).toList();
    }

    private static Query byKey(String key) {
        return Query.query(Criteria.where("_id").is(key));
    }
}
