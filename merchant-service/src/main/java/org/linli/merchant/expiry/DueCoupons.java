package org.linli.merchant.expiry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The coupons that may still expire, by the end of their windows. */
@Repository
class DueCoupons {
    static final String COLLECTION = "coupons_due";

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoOperations mongo;

    DueCoupons(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Enters them; one that is there already stays. */
    void enter(Collection<DueCoupon> coupons) {
        if (coupons.isEmpty()) {
            return;
        }
        Map<String, Document> entries = new LinkedHashMap<>();
        coupons.forEach(due -> entries.put(due.id(), new Document("_id", due.id()).append("couponId", due.couponId())));
        try {
            mongo.getCollection(COLLECTION).insertMany(List.copyOf(entries.values()), UNORDERED);
        } catch (MongoBulkWriteException e) {
            boolean onlyEnteredBefore = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error ->
                                    ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!onlyEnteredBefore) {
                throw e;
            }
        }
    }

    /** Those whose window was over at this moment, the oldest first. */
    List<DueCoupon> before(Instant moment, String afterId, int limit) {
        Criteria due = Criteria.where("_id").gt(afterId).lt(DueCoupon.prefix(moment));
        return mongo.find(Query.query(due).with(Sort.by("_id")).limit(limit), DueCoupon.class, COLLECTION);
    }

    void strikeOut(Collection<String> ids) {
        if (!ids.isEmpty()) {
            mongo.remove(Query.query(Criteria.where("_id").in(ids)), COLLECTION);
        }
    }
}
