package org.linli.merchant.participation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.forgetting.PersonalTraces;
import org.linli.merchant.review.SensitiveWords;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Bottles extends AggregateStore<Bottle> implements PersonalTraces {
    static final String COLLECTION = "bottles";

    private final SensitiveWords words;

    private final MongoOperations mongo;

    Bottles(MongoOperations mongo, OutboxRelay relay, SensitiveWords words) {
        super(mongo, relay, Bottle.class, COLLECTION);
        this.mongo = mongo;
        this.words = words;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("campaignId", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("place", Sort.Direction.ASC)
                        .named("afloat"));
    }

    /** Once, however often it is tried. */
    void throwIn(Bottle bottle) {
        try {
            insert(bottle.marked(words.in(bottle.message() + "\n" + bottle.pledge())));
        } catch (DuplicateKeyException thrownInBefore) {
            // A repetition.
        }
    }

    /** By id. */
    List<Bottle> of(String campaignId, Bottle.Status status, @Nullable String afterId, int limit) {
        Criteria criteria =
                Criteria.where("campaignId").is(campaignId).and("status").is(status);
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** The first stranger's bottle from this place on, round and round. */
    Optional<Bottle> afloat(String campaignId, String finderId, double place) {
        return first(afloat(campaignId, finderId).and("place").gte(place))
                .or(() -> first(afloat(campaignId, finderId).and("place").lt(place)));
    }

    private Optional<Bottle> first(Criteria criteria) {
        return find(Query.query(criteria).with(Sort.by("place")).limit(1)).stream()
                .findFirst();
    }

    private static Criteria afloat(String campaignId, String finderId) {
        return Criteria.where("campaignId")
                .is(campaignId)
                .and("status")
                .is(Bottle.Status.AFLOAT)
                .and("consumerId")
                .ne(finderId);
    }

    /** Sunk, so that nobody finds an empty one. */
    @Override
    public void forget(String userId) {
        mongo.updateMulti(
                Query.query(Participations.own(userId)),
                new Update()
                        .set("message", "")
                        .unset("pledge")
                        .set("sensitiveWords", List.of())
                        .set("status", Bottle.Status.SUNK)
                        .inc("version", 1),
                COLLECTION);
    }
}
