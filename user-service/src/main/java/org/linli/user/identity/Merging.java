package org.linli.user.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Makes two users one; the older survives. The steps, each a single document and each repeatable: note the plan; freeze
 * the younger; give all it has to the survivor; point its identities there; drop the note. A crash in between is made
 * good at the next login of the person or the next start of the service. Because it always goes from younger to older,
 * merges at the same time cannot form a circle.
 */
@Component
class Merging {
    private static final Logger log = LoggerFactory.getLogger(Merging.class);
    private static final String PLANS = "user_merges";
    private static final int LONGEST_CHAIN = 32;
    private static final Comparator<User> BY_AGE =
            Comparator.comparing(Merging::since).thenComparing(User::id);

    /** A merge under way. */
    record Plan(@Id String mergedId, String survivorId, Instant at) {}

    private final MongoOperations mongo;
    private final UserStore store;
    private final IdentityKeys keys;
    private final List<PersonPart> parts;
    private final PersonTokens tokens;
    private final PersonFields fields;
    private final Clock clock;

    Merging(
            MongoOperations mongo,
            UserStore store,
            IdentityKeys keys,
            List<PersonPart> parts,
            PersonTokens tokens,
            PersonFields fields,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.keys = keys;
        this.parts = List.copyOf(parts);
        this.tokens = tokens;
        this.fields = fields;
        this.clock = clock;
    }

    private static Instant since(User user) {
        return Objects.requireNonNullElse(user.registeredAt(), Instant.MAX);
    }

    /** @return the survivor */
    User merge(User one, User other) {
        User younger = BY_AGE.compare(one, other) > 0 ? one : other;
        User older = younger == one ? other : one;
        note(new Plan(younger.id(), older.id(), clock.instant()));
        return finish(freeze(younger, older.id()));
    }

    private void note(Plan plan) {
        try {
            mongo.insert(plan, PLANS);
        } catch (DuplicateKeyException underWayAlready) {
            // another login of the same person came first; both take the same steps
        }
    }

    private User freeze(User younger, String survivorId) {
        store.change(younger.id(), user -> user.mergeInto(survivorId), frozen -> frozen);
        return store.find(younger.id()).orElseThrow();
    }

    /** Takes whatever steps are left for a user that is frozen. */
    User finish(User merged) {
        User survivor = handOver(merged);
        if (keys.allOf(merged.id()).isEmpty() && !isPlanned(merged.id())) {
            return survivor;
        }
        if (survivor.isErased()) {
            store.change(merged.id(), user -> user.erase(clock.instant()), erased -> erased);
        }
        parts.forEach(part -> part.carryOver(merged, survivor));
        keys.repoint(merged.id(), survivor.id());
        tokens.callBack(merged.id());
        mongo.remove(Query.query(Criteria.where("_id").is(merged.id())), PLANS);
        return survivor;
    }

    /** The survivor may itself be merged meanwhile: then whoever it became takes over, unless it had taken over before. */
    private User handOver(User merged) {
        for (int attempt = 0; attempt < LONGEST_CHAIN; attempt++) {
            User survivor = survivorOf(merged);
            store.change(survivor.id(), user -> user.absorb(merged, fields, clock.instant()), absorbed -> absorbed);
            User after = store.find(survivor.id()).orElseThrow();
            if (after.mergedInto() == null) {
                return after;
            }
            if (after.absorbed().contains(merged.id())) {
                return finish(after);
            }
        }
        throw new IllegalStateException("users merged again and again");
    }

    private boolean isPlanned(String mergedId) {
        return mongo.findById(mergedId, Plan.class, PLANS) != null;
    }

    /** The user whom this one has become; itself when it was never merged. */
    User survivorOf(User user) {
        User survivor = user;
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            String next = survivor.mergedInto();
            if (next == null) {
                return survivor;
            }
            survivor = store.find(next).orElseThrow();
        }
        throw new IllegalStateException("users merged in a circle");
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (Plan plan : mongo.findAll(Plan.class, PLANS)) {
            try {
                User younger = store.find(plan.mergedId).orElseThrow();
                finish(freeze(younger, plan.survivorId));
            } catch (RuntimeException e) {
                log.warn("a merge will be finished later: {}", e.getClass().getName());
            }
        }
    }
}
