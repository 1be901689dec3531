package org.linli.merchant.favourite;

import org.linli.merchant.forgetting.PersonalTraces;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Shortlists extends AggregateStore<Shortlist> implements PersonalTraces {
    static final String COLLECTION = "shortlists";

    private final MongoOperations mongo;

    Shortlists(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Shortlist.class, COLLECTION);
        this.mongo = mongo;
    }

    void ensure(String consumerId) {
        if (find(Shortlist.id(consumerId)).isEmpty()) {
            try {
                insert(Shortlist.empty(consumerId));
            } catch (DuplicateKeyException someoneWasFaster) {
                // It is there, which is all that was wanted.
            }
        }
    }

    @Override
    public void forget(String userId) {
        mongo.remove(Query.query(Criteria.where("_id").is(Shortlist.id(userId))), COLLECTION);
    }
}
