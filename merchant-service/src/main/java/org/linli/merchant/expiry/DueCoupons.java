package org.linli.merchant.expiry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The coupons that may still expire, by the end of their windows. */
@Repository
class DueCoupons {
    static final String COLLECTION = "coupons_due";

    private final MongoOperations mongo;

    DueCoupons(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Enters them; one that is there already stays. */
    void enter(Collection<DueCoupon> coupons) {
        if (coupons.isEmpty()) {
            return;
        }
        var entries = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        coupons.forEach(due -> entries.upsert(
                Query.query(Criteria.where("_id").is(due.id())), new Update().set("couponId", due.couponId())));
        entries.execute();
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
