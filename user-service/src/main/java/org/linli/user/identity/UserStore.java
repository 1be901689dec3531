package org.linli.user.identity;

import java.util.List;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The users' documents. */
@Component
class UserStore extends AggregateStore<User> {
    static final String COLLECTION = "users";
    private static final String STALE_TOKENS = "staleTokens";
    private static final int MOST_FOUND = 100;

    private final MongoOperations mongo;

    UserStore(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, User.class, COLLECTION);
        this.mongo = mongo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        List.of(
                        "phoneIndex",
                        "bankCustomer.phoneIndex",
                        "bankCustomer.idNumberIndex",
                        "bankCustomer.customerId",
                        "memberships.merchantId",
                        "mergedInto",
                        "erasing",
                        STALE_TOKENS)
                .forEach(field -> mongo.indexOps(COLLECTION)
                        .createIndex(new Index(field, Sort.Direction.ASC).named("by_" + field.replace('.', '_'))));
    }

    /** At most a hundred: no customer and no merchant has more people. */
    List<User> where(String field, Object value) {
        return find(Query.query(Criteria.where(field).is(value)).limit(MOST_FOUND));
    }

    /** Whose tokens are still to be called back; the rest at the next look. */
    List<User> withStaleTokens() {
        return find(Query.query(Criteria.where(STALE_TOKENS).gt("")).limit(MOST_FOUND));
    }

    /** The id under which a person lives now: derived, and derived anew after each time they were forgotten. */
    String living(String kind, String key) {
        String id = Ids.derived(kind, key);
        for (int generation = 1; find(id).filter(User::isErased).isPresent(); generation++) {
            id = Ids.derived(kind, key, String.valueOf(generation));
        }
        return id;
    }
}
