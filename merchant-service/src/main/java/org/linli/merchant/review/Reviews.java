package org.linli.merchant.review;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.forgetting.PersonalTraces;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Reviews extends AggregateStore<Review> implements PersonalTraces {
    static final String COLLECTION = "reviews";

    private final MongoOperations mongo;

    Reviews(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Review.class, COLLECTION);
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("merchantId", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("decidedAt", Sort.Direction.DESC)
                        .named("of_merchant"));
        mongo.indexOps(COLLECTION).createIndex(new Index("consumerId", Sort.Direction.ASC).named("of_consumer"));
        mongo.indexOps(COLLECTION).createIndex(new Index("status", Sort.Direction.ASC).named("by_status"));
    }

    /** @param before the approval and id of the last one shown */
    record Mark(Instant at, String id) {}

    /** The public ones, the latest approved first. */
    List<Review> approved(String merchantId, @Nullable Mark before, int limit) {
        Criteria criteria =
                Criteria.where("merchantId").is(merchantId).and("status").is(ReviewStatus.APPROVED);
        if (before != null) {
            criteria.orOperator(
                    Criteria.where("decidedAt").lt(before.at),
                    Criteria.where("decidedAt").is(before.at).and("_id").lt(before.id));
        }
        return find(Query.query(criteria)
                .with(Sort.by(Sort.Direction.DESC, "decidedAt", "_id"))
                .limit(limit));
    }

    /** A person's own, under whichever of their ids, by id. */
    List<Review> of(Collection<String> consumerIds, @Nullable String afterId, int limit) {
        Criteria own = Criteria.where("consumerId").in(consumerIds);
        if (afterId != null) {
            own.and("_id").gt(afterId);
        }
        return find(Query.query(own).with(Sort.by("_id")).limit(limit));
    }

    /** By id, of these parts of the organisation tree. */
    List<Review> queue(
            List<String> organisationPaths,
            ReviewStatus status,
            boolean onlySensitive,
            @Nullable String afterId,
            int limit) {
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        Criteria criteria =
                Criteria.where("status").is(status).and("organisationPath").regex(Pattern.compile("^(" + places + ")"));
        if (onlySensitive) {
            criteria.and("sensitiveWords.0").exists(true);
        }
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** The ids of a merchant's reviews that lie elsewhere in the organisation tree than here. */
    List<String> notAt(String organisationPath, String merchantId) {
        Criteria elsewhere = Criteria.where("merchantId")
                .is(merchantId)
                .and("organisationPath")
                .ne(organisationPath);
        return find(Query.query(elsewhere)).stream().map(Review::id).toList();
    }

    private record Given(@Id int stars, long reviews) {}

    /** How many public reviews gave how many stars. */
    Map<Integer, Long> stars(String merchantId) {
        Aggregation byStars = Aggregation.newAggregation(
                Aggregation.match(Criteria.where("merchantId")
                        .is(merchantId)
                        .and("status")
                        .is(ReviewStatus.APPROVED.name())),
                Aggregation.group("stars").count().as("reviews"));
        Map<Integer, Long> counts = new TreeMap<>();
        mongo.aggregate(byStars, COLLECTION, Given.class).forEach(given -> counts.put(given.stars, given.reviews));
        return counts;
    }

    /** The stars stay, they are the shop's; the words go. */
    @Override
    public void forget(String userId) {
        mongo.updateMulti(
                Query.query(Criteria.where("consumerId").is(userId)),
                new Update().unset("text").set("sensitiveWords", List.of()).inc("version", 1),
                COLLECTION);
    }
}
