package org.linli.wechat.follower;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.wechat.dependency.Dependency;
import org.linli.wechat.dependency.GuardedCalls;
import org.linli.wechat.message.Sender;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Keeps followers up to date. A store that is away costs the note, never the welcome. */
@Service
public class Followers {
    private final AggregateStore<Follower> store;
    private final GuardedCalls guarded;
    private final Clock clock;

    Followers(MongoOperations mongo, OutboxRelay relay, GuardedCalls guarded, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, Follower.class, "followers");
        this.guarded = guarded;
        this.clock = clock;
    }

    public void followed(Sender sender) {
        note(sender, Follower::follow);
    }

    public void unfollowed(Sender sender) {
        note(sender, Follower::unfollow);
    }

    private void note(Sender sender, BiConsumer<Follower, Instant> what) {
        guarded.run(Dependency.STORE, () -> store(sender, what));
    }

    private void store(Sender sender, BiConsumer<Follower, Instant> what) {
        Instant now = clock.instant();
        if (change(sender, what, now)) {
            return;
        }
        Follower follower = Follower.unknown(sender, now);
        what.accept(follower, now);
        try {
            store.insert(follower);
        } catch (DuplicateKeyException cameBetween) {
            change(sender, what, now);
        }
    }

    private boolean change(Sender sender, BiConsumer<Follower, Instant> what, Instant now) {
        return store.change(sender.pseudonym(), follower -> {
                    what.accept(follower, now);
                    return true;
                })
                .isPresent();
    }
}
