package org.linli.user.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All branches in memory, at most a second old; own changes show at once. There are about a thousand, and nearly every
 * page of the consumers asks for them.
 */
class BranchDirectory {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Snapshot(List<Branch> branches, Instant loadedAt) {}

    private final AggregateStore<Branch> store;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    BranchDirectory(AggregateStore<Branch> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Open and closed ones. */
    List<Branch> all() {
        Snapshot known = snapshot;
        if (known != null && known.loadedAt.plus(FRESH).isAfter(clock.instant())) {
            return known.branches;
        }
        return reload();
    }

    private synchronized List<Branch> reload() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known != null && known.loadedAt.plus(FRESH).isAfter(now)) {
            return known.branches;
        }
        List<Branch> branches = List.copyOf(store.find(new Query()));
        snapshot = new Snapshot(branches, now);
        return branches;
    }

    /** Waits for a load that began before the change, so that it cannot outlive it. */
    synchronized void forget() {
        snapshot = null;
    }
}
