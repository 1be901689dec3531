package org.linli.user.branch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.branch.Changing.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The nodes of one kind: what happens to them, at once or on a later business date. */
public class NodeRegister<N extends OrganisationNode<D>, D> {
    private final AggregateStore<N> store;
    private final NodeDirectory<N> directory;
    private final NodeDoor<N> door;
    private final NodeIds ids;
    private final NodeIds.Kind kind;
    private final Clock clock;

    public NodeRegister(
            MongoOperations mongo, OutboxRelay relay, NodeIds ids, NodeIds.Kind kind, Class<N> type, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, type, kind.collection());
        this.directory = new NodeDirectory<>(store, clock);
        this.door = new NodeDoor<>(mongo, type, kind.collection());
        this.ids = ids;
        this.kind = kind;
        this.clock = clock;
    }

    public Changing<N> insert(N node) {
        if (!ids.take(node.id(), kind)) {
            return new Changing.Refused<>(Refusal.ID_TAKEN);
        }
        try {
            return new Changing.Changed<>(forgetting(() -> store.insert(node)));
        } catch (DuplicateKeyException e) {
            return new Changing.Refused<>(Refusal.ID_TAKEN);
        }
    }

    /**
     * Makes what a row of a file says true: opens a node that is not there, or changes one on the row's date. A row
     * whose date is past, or that has none, changes nothing that is there, so a file may come again at any time.
     *
     * @param opened makes the node that opens on this date, opened then, or opens today
     */
    public FileEntry enterFromFile(String id, D details, @Nullable LocalDate on, Function<LocalDate, N> opened) {
        N known = store.find(id).orElse(null);
        LocalDate today = today();
        if (known == null) {
            return BusinessDay.canBegin(on, today)
                    ? insert(opened.apply(on == null ? today : on)).fold(done -> FileEntry.CREATED, FileEntry::of)
                    : FileEntry.DATE_OUT_OF_RANGE;
        }
        if (on == null || on.isBefore(today) || known.willBe(details, on)) {
            return FileEntry.UNCHANGED;
        }
        return change(id, now -> details, null, on)
                .map(result -> result.fold(done -> FileEntry.CHANGED, FileEntry::of))
                .orElse(FileEntry.UNCHANGED);
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

    /** Closes a node on a later date; one that is closed already stays as it is. */
    public Optional<Changing<N>> closeLater(String id, LocalDate on) {
        return decide(id, node -> {
            Refusal refusal = refusal(node, null, on);
            if (refusal == null) {
                node.later(PendingChange.closing(on));
            }
            return refusal == null || refusal == Refusal.CLOSED
                    ? new Changing.Changed<>(node)
                    : new Changing.Refused<>(refusal);
        });
    }

    /** Those whose closing has begun. */
    List<N> closing() {
        return store.find(Query.query(Criteria.where("closing").ne(null)));
    }

    /**
     * Notes what is about to be written below a node, which does not close meanwhile.
     *
     * @param what kind and a number of its own, such as {@code staff:0h2}
     * @param planned whether a node that is still to open will do
     * @return empty when the node takes nothing: unknown, closing or closed
     */
    public Optional<N> enter(String id, String what, boolean planned) {
        return door.enter(id, what, planned, clock.instant());
    }

    /** What was noted is there, or has turned back. */
    public void entered(String id, String what) {
        door.entered(id, what);
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

    /** Those that hang elsewhere, where not everything that goes by their paths has followed yet. */
    public List<N> displaced() {
        return store.find(Query.query(Criteria.where("displaced").is(true)));
    }

    /**
     * Everything that goes by the node's path has followed.
     *
     * @param seen the node as it was before anybody looked what has to follow, with nothing on its way to it
     */
    public void settle(N seen) {
        if (seen.isQuiet(clock.instant())) {
            store.change(seen.id(), node -> node.settle(seen.sequence()), settled -> settled);
        }
    }

    /** @return the node as it is then */
    Optional<N> touch(String id, Consumer<N> change) {
        return forgetting(() -> store.change(id, node -> {
            change.accept(node);
            return node;
        }));
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

    Optional<Changing<N>> decide(String id, Function<N, Changing<N>> decision) {
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
