package org.linli.merchant.correspondence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** A letter's id begins with its merchant's and goes on with the time: a correspondence is one range of ids, in order. */
@Repository
class Letters extends AggregateStore<Letter> {
    static final String COLLECTION = "merchant_letters";
    private static final String SEPARATOR = "-";
    private static final String AFTER_SEPARATOR = ".";

    private final MongoOperations mongo;

    Letters(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Letter.class, COLLECTION);
        this.mongo = mongo;
    }

    static String nextId(String merchantId) {
        return merchantId + SEPARATOR + Ids.next();
    }

    /** The latest first. */
    List<Letter> ofMerchant(String merchantId, @Nullable String beforeId, int limit) {
        String end = merchantId + AFTER_SEPARATOR;
        // A cursor comes from outside: it may not reach beyond the merchant's own.
        String before = beforeId == null || beforeId.compareTo(end) > 0 ? end : beforeId;
        Criteria range = Criteria.where("_id").gt(merchantId + SEPARATOR).lt(before);
        return find(Query.query(range).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }

    long count(String merchantId) {
        Criteria range = Criteria.where("_id").gt(merchantId + SEPARATOR).lt(merchantId + AFTER_SEPARATOR);
        return mongo.count(Query.query(range), COLLECTION);
    }
}
