package org.linli.starter.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Loads and saves aggregates of one collection, leaves a row for the audit trail in each that changed, and wakes the
 * relay after every write.
 */
public class AggregateStore<T extends AggregateRoot> {
    private static final int ATTEMPTS = 8;
    private static final Bson VERSION = Projections.include("version");
    private static final int MOST_SEEN = 2_000;

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Class<T> type;
    private final String collection;
    private final Cache<String, T> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

    public AggregateStore(MongoOperations mongo, OutboxRelay relay, Class<T> type, String collection) {
        this.mongo = mongo;
        this.relay = relay;
        this.type = type;
        this.collection = collection;
        relay.register(collection);
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(mongo.findById(id, type, collection));
    }

    /** {@link #lookAll} for one. */
    public Optional<T> look(String id) {
        return Optional.ofNullable(lookAll(List.of(id)).get(id));
    }

    /**
     * As they are at this moment, for looking at only: whoever looks meets the same object, so nobody may change it.
     * What is asked of the store each time is the versions; the rest is read once for every version.
     *
     * @return by id, without those that do not exist
     */
    public Map<String, T> lookAll(Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        versions(ids).forEach((id, version) -> {
            T known = seen.getIfPresent(id);
            if (known != null && Objects.equals(known.version(), version)) {
                found.put(id, known);
            } else {
                unknown.add(id);
            }
        });
        for (T fresh : findAll(unknown)) {
            seen.put(fresh.id(), fresh);
            found.put(fresh.id(), fresh);
        }
        return found;
    }

    private Map<String, Long> versions(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        mongo.execute(collection, target -> {
            target.find(Filters.in("_id", ids))
                    .projection(VERSION)
                    .forEach(head -> versions.put(head.getString("_id"), head.getLong("version")));
            return versions;
        });
        return versions;
    }

    public List<T> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : find(Query.query(Criteria.where("_id").in(ids)));
    }

    public List<T> find(Query query) {
        return mongo.find(query, type, collection);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the id is taken */
    public T insert(T aggregate) {
        Auditing.record(aggregate, null, 0, relay.source());
        T saved = mongo.insert(aggregate, collection);
        relay.wake(collection, saved);
        return saved;
    }

    /**
     * Inserts many in one round trip; one that is refused stops no other.
     *
     * @return the ids that were not inserted because their id or another unique value is taken
     */
    public Set<String> insertNew(List<T> aggregates) {
        if (aggregates.isEmpty()) {
            return Set.of();
        }
        aggregates.forEach(aggregate -> Auditing.record(aggregate, null, 0, relay.source()));
        List<Document> documents = aggregates.stream().map(this::fresh).toList();
        Set<String> taken = mongo.execute(collection, target -> {
            try {
                target.insertMany(documents, new InsertManyOptions().ordered(false));
                return Set.of();
            } catch (MongoBulkWriteException e) {
                return taken(aggregates, e);
            }
        });
        Set<String> notInserted = taken == null ? Set.of() : taken;
        for (T aggregate : aggregates) {
            if (notInserted.contains(aggregate.id())) {
                relay.wake(collection, aggregate.id());
            } else {
                relay.wake(collection, aggregate);
            }
        }
        return notInserted;
    }

    private Document fresh(T aggregate) {
        Document document = new Document();
        mongo.getConverter().write(aggregate, document);
        document.put("version", 0L);
        return document;
    }

    private Set<String> taken(List<T> aggregates, MongoBulkWriteException e) {
        Set<String> taken = new LinkedHashSet<>();
        for (BulkWriteError error : e.getWriteErrors()) {
            if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            taken.add(aggregates.get(error.getIndex()).id());
        }
        if (e.getWriteConcernError() != null) {
            throw e;
        }
        return taken;
    }

    /** @throws OptimisticLockingFailureException when the document changed since it was loaded */
    T save(T aggregate) {
        T saved = mongo.save(aggregate, collection);
        relay.wake(collection, saved.id());
        return saved;
    }

    /**
     * Loads, changes and saves; again from the start when another writer came between.
     *
     * @param change decides on the freshly loaded aggregate
     * @return the change's result; empty when there is no such aggregate
     */
    public <R> Optional<R> change(String id, Function<T, R> change) {
        return change(id, change, result -> true);
    }

    /** The same, but saves only when the result is worth it: a refusal changes nothing and costs no write. */
    public <R> Optional<R> change(String id, Function<T, R> change, Predicate<R> worthSaving) {
        for (int attempt = 1; ; attempt++) {
            Optional<T> found = find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            T aggregate = found.get();
            AuditView before = aggregate.audit();
            long sequenceBefore = aggregate.sequence();
            R result = change.apply(aggregate);
            if (!worthSaving.test(result)) {
                return Optional.of(result);
            }
            Auditing.record(aggregate, before, sequenceBefore, relay.source());
            try {
                save(aggregate);
                return Optional.of(result);
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
