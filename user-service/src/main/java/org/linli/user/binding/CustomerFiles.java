package org.linli.user.binding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.PersonPart;
import org.linli.user.identity.User;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps one {@link CustomerFile} per customer that anybody was ever bound to. */
@Component
class CustomerFiles implements PersonPart {
    private static final String COLLECTION = "bank_customers";
    private static final int MOST_AT_ONCE = 100;

    private final MongoOperations mongo;
    private final AggregateStore<CustomerFile> store;

    CustomerFiles(MongoOperations mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, CustomerFile.class, COLLECTION);
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        mongo.indexOps(COLLECTION).createIndex(new Index("users", Sort.Direction.ASC).named("by_user"));
        mongo.indexOps(COLLECTION).createIndex(new Index("staleTokens", Sort.Direction.ASC).named("by_stale_tokens"));
    }

    Optional<CustomerFile> find(String customerId) {
        return store.find(customerId);
    }

    /** Changes the file, begun if need be. */
    <R> R change(String customerId, Function<CustomerFile, R> change) {
        if (store.find(customerId).isEmpty()) {
            try {
                store.insert(new CustomerFile(customerId, List.of(), null));
            } catch (DuplicateKeyException anotherBeganIt) {
                // as good as ours
            }
        }
        return store.change(customerId, change).orElseThrow();
    }

    /** Those whose people's tokens are still to be called back; the rest at the next look. */
    List<CustomerFile> withStaleTokens() {
        return store.find(Query.query(Criteria.where("staleTokens").gt("")).limit(MOST_AT_ONCE));
    }

    void tokensCalledBack(String customerId, String mark) {
        store.change(customerId, file -> file.tokensCalledBack(mark), struck -> struck);
    }

    void remove(String customerId, String userId) {
        store.change(customerId, file -> file.remove(userId), removed -> removed);
    }

    @Override
    public void forget(String userId, List<String> phoneIndexes) {
        store.find(Query.query(Criteria.where("users").is(userId))).forEach(file -> remove(file.id(), userId));
    }

    /** The survivor's own customer wins over that of the merged user. */
    @Override
    public void carryOver(User merged, User survivor) {
        forget(merged.id(), List.of());
        survivor.bankCustomer()
                .map(BankCustomer::customerId)
                .ifPresent(customerId -> change(customerId, file -> file.add(survivor.id())));
    }
}
