package org.linli.user.branch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.user.branch.Changing.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The nodes of one kind: what happens to them, at once or on a later business date. */
public class NodeRegister<N extends OrganisationNode<D>, D> {
    private final AggregateStore<N> store;
    private final NodeDirectory<N> directory;
    private final Clock clock;

    public NodeRegister(AggregateStore<N> store, Clock clock) {
        this.store = store;
        this.directory = new NodeDirectory<>(store, clock);
        this.clock = clock;
    }

    public Changing<N> insert(N node) {
        try {
            return new Changing.Changed<>(forgetting(() -> store.insert(node)));
        } catch (DuplicateKeyException e) {
            return new Changing.Refused<>(Refusal.ID_TAKEN);
        }
    }

    /** @return the ids that were there before */
    public Set<String> insertNew(List<N> nodes) {
        return forgetting(() -> store.insertNew(nodes));
    }

    /**
     * Changes a node.
     *
     * @param newDetails from the present ones
     * @param expected refuses the change when the node is not in this state any more; null = whatever its state
     * @param on the business date from which the change holds; null = at once
     */
    public Optional<Changing<N>> change(
            String id, Function<D, D> newDetails, @Nullable Long expected, @Nullable LocalDate on) {
        return decide(id, node -> {
            Refusal refusal = refusal(node, expected, on);
            if (refusal != null) {
                return new Changing.Refused<>(refusal);
            }
            D details = newDetails.apply(node.details());
            if (on != null && on.isAfter(today())) {
                node.later(PendingChange.change(on, details));
            } else {
                node.change(details, clock.instant());
            }
            return new Changing.Changed<>(node);
        });
    }

    /** Closes a node; one that is closed already stays as it is. */
    public Optional<Changing<N>> close(String id, @Nullable LocalDate on) {
        return decide(id, node -> {
            Refusal refusal = refusal(node, null, on);
            if (refusal != null && refusal != Refusal.CLOSED) {
                return new Changing.Refused<>(refusal);
            }
            if (refusal == null && on != null && on.isAfter(today())) {
                node.later(PendingChange.closing(on));
            } else {
                node.close(clock.instant());
            }
            return new Changing.Changed<>(node);
        });
    }

    /** Takes back what was planned; empty when there is no such node or nothing was planned. */
    public Optional<N> cancelPending(String id) {
        return forgetting(() -> store.change(
                        id,
                        node -> {
                            boolean there = node.pending().isPresent();
                            node.cancelPending();
                            return there ? Optional.of(node) : Optional.<N>empty();
                        },
                        Optional::isPresent)
                .flatMap(Function.identity()));
    }

    /** Those whose planned change is due. */
    public List<N> due() {
        String today = today().toString();
        return store.find(Query.query(Criteria.where("pending.effectiveOn").lte(today)));
    }

    /** Does what is due, once, however many replicas try. */
    public boolean applyPending(String id) {
        return forgetting(() -> store.change(id, node -> node.applyPending(clock.instant()), applied -> applied)
                .orElse(false));
    }

    /** In every state, at most a second old. */
    public List<N> all() {
        return directory.all();
    }

    /** In every state, as the store has them now. */
    public List<N> current() {
        return store.find(new Query());
    }

    public Optional<N> find(String id) {
        return store.find(id);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private Optional<Changing<N>> decide(String id, Function<N, Changing<N>> decision) {
        return forgetting(() -> store.change(id, decision, result -> result instanceof Changing.Changed));
    }

    private @Nullable Refusal refusal(N node, @Nullable Long expected, @Nullable LocalDate on) {
        if (expected != null && node.sequence() != expected) {
            return Refusal.STALE;
        }
        if (node.isClosed()) {
            return Refusal.CLOSED;
        }
        if (node.pending().isPresent()) {
            return Refusal.CHANGE_PENDING;
        }
        return BusinessDay.canPlan(on, today()) ? null : Refusal.DATE_OUT_OF_RANGE;
    }

    private <R> R forgetting(Supplier<R> change) {
        try {
            return change.get();
        } finally {
            directory.forget();
        }
    }
}
