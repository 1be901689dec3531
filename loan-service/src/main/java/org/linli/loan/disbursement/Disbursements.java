package org.linli.loan.disbursement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored disbursements. */
@Component
class Disbursements {
    private final AggregateStore<Disbursement> store;

    Disbursements(MongoOperations mongo, OutboxRelay relay) {
        this.store = new AggregateStore<>(mongo, relay, Disbursement.class, Disbursement.COLLECTION);
    }

    Optional<Disbursement> find(String id) {
        return store.find(id);
    }

    /** Stores the instruction under its id; whoever comes second finds the first one's. */
    void order(String id, Order order) {
        insert(NewDisbursement.ordered(id, order));
    }

    /** @return false when there is one under this id, whoever stored it */
    boolean insert(Disbursement fresh) {
        try {
            store.insert(fresh);
            return true;
        } catch (DuplicateKeyException storedMeanwhile) {
            return false;
        }
    }

    <R> Optional<R> change(String id, Function<Disbursement, R> change, Predicate<R> worthSaving) {
        return store.change(id, change, worthSaving);
    }

    void change(String id, Consumer<Disbursement> change) {
        store.change(id, disbursement -> {
            change.accept(disbursement);
            return disbursement;
        });
    }

    /** Those with something to do by now, the longest waiting first. */
    List<Disbursement> due(Instant now, int limit) {
        return store.find(Query.query(Criteria.where("nextStepAt").lte(now))
                .with(Sort.by("nextStepAt", "_id"))
                .limit(limit));
    }

    /** What lies in these nodes (rule P-1), by id, the last first; ids of draws say nothing about their age. */
    List<Disbursement> inScope(
            List<String> scope, @Nullable DisbursementStatus status, @Nullable String before, int limit) {
        Criteria criteria = Criteria.where("scopes").in(scope);
        if (status != null) {
            criteria = criteria.and("status").is(status);
        }
        if (before != null) {
            criteria = criteria.and("_id").lt(before);
        }
        return store.find(
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }
}
