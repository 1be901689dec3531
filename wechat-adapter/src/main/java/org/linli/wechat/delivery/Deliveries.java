package org.linli.wechat.delivery;

import java.time.Duration;
import java.time.Instant;
import org.linli.wechat.message.MessageKey;
import org.linli.wechat.message.Reply;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Shared by all replicas: of many deliveries of one message exactly one gets {@link Claim.First}. */
@Repository
class Deliveries {
    /** Longer than any work on a message lasts. */
    static final Duration LONGEST_WORK = Duration.ofSeconds(8);

    private final MongoOperations mongo;

    Deliveries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Claim claim(MessageKey key, Instant now) {
        try {
            mongo.insert(new Delivery(key.value(), now, now.plus(LONGEST_WORK), null));
            return new Claim.First();
        } catch (DuplicateKeyException seenBefore) {
            return look(key, now);
        }
    }

    Claim look(MessageKey key, Instant now) {
        Delivery delivery = mongo.findById(key.value(), Delivery.class);
        if (delivery == null) {
            return claim(key, now);
        }
        Claim seen = delivery.seenAt(now);
        return seen instanceof Claim.First && !takeOver(delivery, now) ? new Claim.UnderWork() : seen;
    }

    /** Only one of several who saw the same document succeeds. */
    private boolean takeOver(Delivery seen, Instant now) {
        Query sameAsSeen =
                Query.query(Criteria.where("_id").is(seen.id()).and("workUntil").is(seen.workUntil()));
        Update takeOver = new Update()
                .set("receivedAt", now)
                .set("workUntil", now.plus(LONGEST_WORK))
                .unset("answer");
        return mongo.updateFirst(sameAsSeen, takeOver, Delivery.class).getModifiedCount() == 1;
    }

    void answered(MessageKey key, Reply reply) {
        Query same = Query.query(Criteria.where("_id").is(key.value()));
        mongo.updateFirst(same, Update.update("answer", reply.text()), Delivery.class);
    }

    /** What the TTL index does on a store that has one; the local one has none. */
    void forgetBefore(Instant time) {
        mongo.remove(Query.query(Criteria.where("receivedAt").lt(time)), Delivery.class);
    }
}
