package org.linli.merchant.audience;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.BulkWrites;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One document a consumer. Whoever writes replaces what they have read, or reads again. */
@Repository
class FactsStore {
    static final String COLLECTION = "consumer_facts";
    private static final String FACTS = "facts";
    private static final String HISTORY = "history";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 5_000;
    private static final int ATTEMPTS = 20;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;

    FactsStore(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index("places", Sort.Direction.ASC).named("by_place"));
    }

    Map<String, ConsumerFacts> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mongo.find(Query.query(Criteria.where("_id").in(ids)), Document.class, COLLECTION).stream()
                        .map(FactsStore::read)
                        .collect(Collectors.toMap(ConsumerFacts::id, Function.identity()));
    }

    /** What a rule may ask about this person. */
    Optional<Facts> facts(String id) {
        return Optional.ofNullable(mongo.findById(id, Document.class, COLLECTION))
                .map(FactsStore::facts);
    }

    private static ConsumerFacts read(Document stored) {
        byte[] history = stored.get(HISTORY, Binary.class).getData();
        return ConsumerFacts.of(stored.getLong("revision"), facts(stored), JSON.readValue(history, History.class));
    }

    private static Facts facts(Document stored) {
        return JSON.readValue(stored.get(FACTS, Binary.class).getData(), Facts.class);
    }

    /** What is asked of the store, and the rest in two pieces that it need not take apart. */
    static Document written(ConsumerFacts facts) {
        return new Document("_id", facts.id())
                .append("revision", facts.revision())
                .append("consumer", facts.isConsumer())
                .append("consents", List.copyOf(facts.facts().consents()))
                .append("places", List.copyOf(facts.places()))
                .append(FACTS, new Binary(JSON.writeValueAsBytes(facts.facts())))
                .append(HISTORY, new Binary(JSON.writeValueAsBytes(facts.history())));
    }

    /** @return false when another writer was faster; nothing is changed then */
    boolean keep(ConsumerFacts facts) {
        long before = facts.revision();
        facts.advance();
        if (before == 0) {
            try {
                mongo.insert(written(facts), COLLECTION);
                return true;
            } catch (DuplicateKeyException someoneWasFaster) {
                return false;
            }
        }
        Bson predecessor = Filters.and(Filters.eq("_id", facts.id()), Filters.eq("revision", before));
        Document written = written(facts);
        Boolean kept = mongo.execute(
                COLLECTION, stored -> stored.replaceOne(predecessor, written).getMatchedCount() == 1);
        return Boolean.TRUE.equals(kept);
    }

    /**
     * Keeps all of them in one round trip.
     *
     * @return false when another writer was faster with any of them; which of the others are kept is unknown then
     */
    boolean keepAll(Collection<ConsumerFacts> all) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (ConsumerFacts facts : all) {
            long before = facts.revision();
            facts.advance();
            Document written = written(facts);
            writes.add(
                    before == 0
                            ? new InsertOneModel<>(written)
                            : new ReplaceOneModel<>(
                                    Filters.and(Filters.eq("_id", facts.id()), Filters.eq("revision", before)),
                                    written));
        }
        if (writes.isEmpty()) {
            return true;
        }
        try {
            BulkWriteResult kept = mongo.getCollection(COLLECTION).bulkWrite(writes, UNORDERED);
            return kept.getInsertedCount() + kept.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (BulkWrites.someoneWasFaster(e)) {
                return false;
            }
            throw e;
        }
    }

    ConsumerFacts load(String id) {
        return findAll(List.of(id)).getOrDefault(id, new ConsumerFacts(id));
    }

    /**
     * Changes and keeps, again from what is there by then when another writer came between.
     *
     * @param read as it was a moment ago
     * @param change answers false when there is nothing to keep
     */
    void change(ConsumerFacts read, Predicate<ConsumerFacts> change) {
        ConsumerFacts facts = read;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!change.test(facts) || keep(facts)) {
                return;
            }
            facts = load(read.id());
        }
        throw new IllegalStateException("someone's facts are never free");
    }

    /**
     * Walks consumers in the order of their ids.
     *
     * @param purpose only those who agreed to it; null = all
     * @param place only those who had to do with it or what is below it
     * @param afterId exclusive
     * @param taker told one by one until it answers false
     */
    void walk(@Nullable String purpose, String place, @Nullable String afterId, Predicate<Facts> taker) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("consumer", true));
        if (purpose != null) {
            filters.add(Filters.eq("consents", purpose));
        }
        if (!place.equals(Place.HEAD_OFFICE)) {
            filters.add(Filters.eq("places", place));
        }
        if (afterId != null) {
            filters.add(Filters.gt("_id", afterId));
        }
        mongo.execute(COLLECTION, collection -> {
            FindIterable<Document> found = collection
                    .find(Filters.and(filters))
                    .projection(Projections.include(FACTS))
                    .sort(Sorts.ascending("_id"))
                    .batchSize(BATCH);
            try (MongoCursor<Document> cursor = found.cursor()) {
                boolean more = true;
                while (more && cursor.hasNext()) {
                    more = taker.test(facts(cursor.next()));
                }
            }
            return null;
        });
    }
}
