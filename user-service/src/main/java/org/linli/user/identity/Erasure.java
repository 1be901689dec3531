package org.linli.user.identity;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Forgets a person (rule P-4). Their own document is overwritten at once; what lies elsewhere follows, and is finished
 * at the next start when the service stops in between. From the first step on, the openid and phone are a new user's.
 */
@Component
public class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    private final MongoOperations mongo;
    private final UserStore store;
    private final IdentityKeys keys;
    private final List<PersonPart> parts;
    private final PersonTokens tokens;
    private final Clock clock;

    Erasure(
            MongoOperations mongo,
            UserStore store,
            IdentityKeys keys,
            List<PersonPart> parts,
            PersonTokens tokens,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.keys = keys;
        this.parts = List.copyOf(parts);
        this.tokens = tokens;
        this.clock = clock;
    }

    public void erase(String userId) {
        store.change(userId, user -> user.erase(clock.instant()), erased -> erased);
        store.find(userId).ifPresent(this::finish);
    }

    private void finish(User user) {
        store.where("mergedInto", user.id()).stream()
                .filter(merged -> !merged.isErased() || merged.isErasing())
                .forEach(merged -> erase(merged.id()));
        parts.forEach(part -> part.forget(user.id(), user.phoneIndexesToForget()));
        keys.forget(user.id());
        mongo.remove(Query.query(Criteria.where("userId").is(user.id())), Users.LINKS);
        tokens.callBack(user.id());
        store.change(user.id(), User::erasureDone, done -> done);
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (User user : store.where("erasing", true)) {
            try {
                finish(user);
            } catch (RuntimeException e) {
                log.warn("an erasure will be finished later: {}", e.getClass().getName());
            }
        }
    }
}
