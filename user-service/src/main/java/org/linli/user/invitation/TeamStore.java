package org.linli.user.invitation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.identity.PersonPart;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The teams' documents. */
@Component
class TeamStore implements PersonPart {
    static final String COLLECTION = "merchant_teams";
    private static final String PHONE = "invitations.phoneIndex";
    private static final int MOST_FOUND = 100;

    private final MongoOperations mongo;
    private final AggregateStore<Team> store;

    TeamStore(MongoOperations mongo, OutboxRelay relay) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, Team.class, COLLECTION);
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        mongo.indexOps(COLLECTION).createIndex(new Index(PHONE, Sort.Direction.ASC).named("by_phone"));
        mongo.indexOps(COLLECTION).createIndex(new Index("invitations._id", Sort.Direction.ASC).named("by_invitation"));
    }

    Optional<Team> find(String merchantId) {
        return store.find(merchantId);
    }

    List<Team> inviting(String phoneIndex) {
        return store.find(Query.query(Criteria.where(PHONE).is(phoneIndex)).limit(MOST_FOUND));
    }

    /** Changes the team, begun if need be. */
    <R> R change(String merchantId, Function<Team, R> change) {
        if (store.find(merchantId).isEmpty()) {
            try {
                store.insert(new Team(merchantId, List.of(), null));
            } catch (DuplicateKeyException anotherBeganIt) {
                // as good as ours
            }
        }
        return store.change(merchantId, change).orElseThrow();
    }

    @Override
    public void forget(String userId, List<String> phoneIndexes) {
        phoneIndexes.forEach(index -> inviting(index)
                .forEach(team -> change(team.id(), one -> {
                    one.forget(index);
                    return one;
                })));
    }
}
