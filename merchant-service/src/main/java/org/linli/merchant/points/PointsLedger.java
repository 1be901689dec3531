package org.linli.merchant.points;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Adds to and sums up people's points. There is no stored balance that could differ from the entries. */
@Service
public class PointsLedger {
    static final String COLLECTION = "points_entries";

    private final MongoOperations mongo;

    PointsLedger(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Writes the points down, once for the occasion.
     *
     * @param points more than zero
     */
    public void add(String consumerId, long points, String source, String occasion, Instant at) {
        if (points <= 0) {
            throw new IllegalArgumentException("points: " + points + " (expected: more than 0)");
        }
        try {
            mongo.insert(PointsEntry.of(consumerId, points, source, occasion, at), COLLECTION);
        } catch (DuplicateKeyException writtenBefore) {
            // A repetition.
        }
    }

    /** The sum of all entries. */
    public long balance(String consumerId) {
        Aggregation sum = Aggregation.newAggregation(
                Aggregation.match(own(consumerId, PointsEntry.prefix(consumerId))),
                Aggregation.group("consumerId").sum("points").as("points"));
        Sum found = mongo.aggregate(sum, COLLECTION, Sum.class).getUniqueMappedResult();
        return found == null ? 0 : found.points;
    }

    private record Sum(long points) {}

    /** By id: one range per person. */
    List<PointsEntry> of(String consumerId, @Nullable String afterId, int limit) {
        String from = PointsEntry.prefix(consumerId);
        // A cursor comes from outside: it may not reach before the person's own.
        String after = afterId == null || afterId.compareTo(from) < 0 ? from : afterId;
        return mongo.find(
                Query.query(own(consumerId, after)).with(Sort.by("_id")).limit(limit), PointsEntry.class, COLLECTION);
    }

    private static Criteria own(String consumerId, String after) {
        return Criteria.where("_id")
                .gt(after)
                .lt(PointsEntry.afterPrefix(consumerId))
                .and("consumerId")
                .is(consumerId);
    }
}
