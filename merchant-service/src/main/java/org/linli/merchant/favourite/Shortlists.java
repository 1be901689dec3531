package org.linli.merchant.favourite;

import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Shortlists extends AggregateStore<Shortlist> {
    static final String COLLECTION = "shortlists";

    Shortlists(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Shortlist.class, COLLECTION);
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
}
