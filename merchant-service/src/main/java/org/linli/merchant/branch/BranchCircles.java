package org.linli.merchant.branch;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Keeps the projection; an older event never overwrites a newer one. */
@Repository
class BranchCircles {
    static final String COLLECTION = "branches";

    private final MongoOperations mongo;

    BranchCircles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<BranchCircle> all() {
        return mongo.findAll(BranchCircle.class, COLLECTION);
    }

    /** @return false when this or a later event was kept before */
    boolean keep(BranchCircle circle) {
        BranchCircle known = mongo.findById(circle.branchId(), BranchCircle.class, COLLECTION);
        if (known == null) {
            try {
                mongo.insert(circle, COLLECTION);
                return true;
            } catch (DuplicateKeyException someoneWasFaster) {
                return keep(circle);
            }
        }
        Query older = Query.query(
                Criteria.where("_id").is(circle.branchId()).and("sequence").lt(circle.sequence()));
        return known.sequence() < circle.sequence()
                && mongo.replace(older, circle, COLLECTION).getMatchedCount() == 1;
    }
}
