package org.linli.merchant.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Drafts {
    static final String COLLECTION = "merchant_drafts";
    private static final int ATTEMPTS = 5;

    private final MongoOperations mongo;

    Drafts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<Draft> find(String person) {
        return Optional.ofNullable(mongo.findById(person, Draft.class, COLLECTION));
    }

    /** Changes the person's draft, or the fresh one when there is none; again when another writer came between. */
    Draft change(Draft fresh, UnaryOperator<Draft> change) {
        for (int attempt = 1; ; attempt++) {
            Draft draft = find(fresh.person()).orElse(fresh);
            Draft changed = change.apply(draft);
            if (changed.equals(draft)) {
                return draft;
            }
            try {
                return mongo.save(changed, COLLECTION);
            } catch (OptimisticLockingFailureException | DuplicateKeyException somebodyWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw new OptimisticLockingFailureException("draft", somebodyWasFaster);
                }
            }
        }
    }

    /** @return false when it changed or went meanwhile */
    boolean remove(Draft draft) {
        Query unchanged = Query.query(
                Criteria.where("_id").is(draft.person()).and("version").is(draft.version()));
        return mongo.remove(unchanged, COLLECTION).getDeletedCount() == 1;
    }

    List<Draft> untouchedSince(Instant time, int limit) {
        Query old = Query.query(Criteria.where("savedAt").lt(time))
                .with(Sort.by("savedAt"))
                .limit(limit);
        return mongo.find(old, Draft.class, COLLECTION);
    }
}
