package org.linli.starter.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Loads and saves aggregates of one collection and wakes the relay after every write. */
public class AggregateStore<T extends AggregateRoot> {
    private static final int ATTEMPTS = 8;

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Class<T> type;
    private final String collection;

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
        T saved = mongo.insert(aggregate, collection);
        relay.wake(collection, saved.id());
        return saved;
    }

    /** @throws OptimisticLockingFailureException when the document changed since it was loaded */
    public T save(T aggregate) {
        T saved = mongo.save(aggregate, collection);
        relay.wake(collection, saved.id());
        return saved;
    }

    /**
     * Loads, changes and saves; again from the start when another writer came between.
     *
     * @param change decides on the freshly loaded aggregate; it is saved when {@code change} raised or altered anything
     * @return the change's result; empty when there is no such aggregate
     */
    public <R> Optional<R> change(String id, Function<T, R> change) {
        for (int attempt = 1; ; attempt++) {
            Optional<T> found = find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            R result = change.apply(found.get());
            try {
                save(found.get());
                return Optional.of(result);
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
