package org.linli.merchant.abuse;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Whoever writes replaces what they have read, or reads again. */
@Repository
class Watches {
    static final String COLLECTION = "abuse_watches";
    private static final int ATTEMPTS = 20;

    private final MongoOperations mongo;

    Watches(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index("sightings.p", Sort.Direction.ASC).named("by_person"));
    }

    /**
     * @param change answers false when there is nothing to keep
     * @return as it is now
     */
    Watch change(String id, Predicate<Watch> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Watch found = mongo.findById(id, Watch.class, COLLECTION);
            Watch watch = found == null ? new Watch(id) : found;
            if (!change.test(watch) || keep(watch)) {
                return watch;
            }
        }
        throw new IllegalStateException("a watch that is never free");
    }

    private boolean keep(Watch watch) {
        long before = watch.revision();
        watch.advance();
        if (before == 0) {
            try {
                mongo.insert(watch, COLLECTION);
                return true;
            } catch (DuplicateKeyException someoneWasFaster) {
                return false;
            }
        }
        Query predecessor =
                Query.query(Criteria.where("_id").is(watch.id()).and("revision").is(before));
        return mongo.replace(predecessor, watch, COLLECTION).getMatchedCount() == 1;
    }

    /** Where this person was seen. */
    List<String> of(String person) {
        Query seen = Query.query(Criteria.where("sightings.p").is(person));
        seen.fields().include("_id");
        return mongo.find(seen, Watch.class, COLLECTION).stream().map(Watch::id).toList();
    }
}
