package org.linli.user.branch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.springframework.data.mongodb.core.query.Query;

/**
 * All nodes of one kind in memory, at most a second old; own changes show at once. There are about a thousand branches
 * and some thousand outlets, and nearly every page of the consumers asks for them.
 */
class NodeDirectory<N extends OrganisationNode<?>> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Snapshot<N>(List<N> nodes, Instant loadedAt) {}

    private final AggregateStore<N> store;
    private final Clock clock;
    private volatile @Nullable Snapshot<N> snapshot;

    NodeDirectory(AggregateStore<N> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** In every state. */
    List<N> all() {
        Snapshot<N> known = snapshot;
        if (known != null && known.loadedAt.plus(FRESH).isAfter(clock.instant())) {
            return known.nodes;
        }
        return reload();
    }

    private synchronized List<N> reload() {
        Snapshot<N> known = snapshot;
        Instant now = clock.instant();
        if (known != null && known.loadedAt.plus(FRESH).isAfter(now)) {
            return known.nodes;
        }
        List<N> nodes = List.copyOf(store.find(new Query()));
        snapshot = new Snapshot<>(nodes, now);
        return nodes;
    }

    /** Waits for a load that began before the change, so that it cannot outlive it. */
    synchronized void forget() {
        snapshot = null;
    }
}
