package org.linli.merchant.audience;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Snapshots extends AggregateStore<Snapshot> {
    static final String COLLECTION = "segment_snapshots";
    private static final String PARTS = "segment_snapshot_parts";

    private final MongoOperations mongo;

    Snapshots(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Snapshot.class, COLLECTION);
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index("segmentId", Sort.Direction.ASC).named("of_segment"));
    }

    /** @param members in order; those of a later part come after those of an earlier one */
    record Part(@Id String id, List<String> members) {
        static String id(String snapshotId, int number) {
            return snapshotId + ":" + number;
        }
    }

    void insertPart(String snapshotId, int number, List<String> members) {
        mongo.insert(new Part(Part.id(snapshotId, number), List.copyOf(members)), PARTS);
    }

    Optional<Part> part(String snapshotId, int number) {
        return Optional.ofNullable(mongo.findById(Part.id(snapshotId, number), Part.class, PARTS));
    }

    /** The latest first. */
    List<Snapshot> of(String segmentId, @Nullable String beforeId, int limit) {
        Criteria criteria = Criteria.where("segmentId").is(segmentId);
        if (beforeId != null) {
            criteria.and("_id").lt(beforeId);
        }
        return find(
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }

    /** The parts go first: what dies in between can be done again. */
    void remove(Snapshot snapshot) {
        mongo.remove(Query.query(Criteria.where("_id").gte(snapshot.id() + ":").lt(snapshot.id() + ";")), PARTS);
        mongo.remove(Query.query(Criteria.where("_id").is(snapshot.id())), COLLECTION);
    }
}
