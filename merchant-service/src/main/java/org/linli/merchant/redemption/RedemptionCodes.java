package org.linli.merchant.redemption;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class RedemptionCodes {
    static final String COLLECTION = "redemption_codes";
    /** Ten digits can be read out and typed; guessing one that is valid now is hopeless. */
    private static final long BOUND = 10_000_000_000L;

    private final MongoOperations mongo;
    private final SecureRandom random = new SecureRandom();

    RedemptionCodes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** A new code that nobody else was given. */
    RedemptionCode create(String couponId, Instant shownAt, Instant expiresAt) {
        while (true) {
            String code = String.format("%010d", random.nextLong(BOUND));
            try {
                return mongo.insert(new RedemptionCode(code, couponId, expiresAt, shownAt, null), COLLECTION);
            } catch (DuplicateKeyException taken) {
                // One in ten thousand million per code kept: draw again.
            }
        }
    }

    /** Notes when a code stops to open its coupon, the first time it is said. */
    void replace(String code, Instant at) {
        Query stillNewest =
                Query.query(Criteria.where("_id").is(code).and("replacedAt").exists(false));
        mongo.updateFirst(stillNewest, Update.update("replacedAt", at), COLLECTION);
    }

    Optional<RedemptionCode> find(String code) {
        return Optional.ofNullable(mongo.findById(code, RedemptionCode.class, COLLECTION));
    }
}
