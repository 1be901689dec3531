package org.linli.merchant.coupon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
public class Coupons extends AggregateStore<Coupon> {
    static final String COLLECTION = "coupons";

    public Coupons(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Coupon.class, COLLECTION);
    }

    /** By id, which is one range per person. */
    List<Coupon> of(
            String consumerId, @Nullable CouponStatus status, Instant now, @Nullable String afterId, int limit) {
        String from = CouponId.prefix(consumerId);
        // A cursor comes from outside: it may not reach before the person's own.
        String after = afterId == null || afterId.compareTo(from) < 0 ? from : afterId;
        Criteria own = Criteria.where("_id").gt(after).lt(CouponId.afterPrefix(consumerId));
        own.and("consumerId").is(consumerId);
        if (status != null) {
            own.and("redemption").exists(status == CouponStatus.REDEEMED);
        }
        if (status != null && status != CouponStatus.REDEEMED) {
            own.and("gift.acceptedBy").exists(status == CouponStatus.GIVEN);
        }
        if (status == CouponStatus.CLAIMED) {
            own.and("validUntil").gt(now);
        }
        if (status == CouponStatus.EXPIRED) {
            own.and("validUntil").lte(now);
        }
        return find(Query.query(own).with(Sort.by("_id")).limit(limit));
    }
}
