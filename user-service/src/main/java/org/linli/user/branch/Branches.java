package org.linli.user.branch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The bank's branches: opening, moving, closing and finding them. */
@Component
public class Branches {
    private final AggregateStore<Branch> store;
    private final BranchDirectory directory;
    private final Clock clock;

    Branches(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, Branch.class, "branches");
        this.directory = new BranchDirectory(store, clock);
        this.clock = clock;
    }

    Opening open(@Nullable String id, BranchDetails details) {
        try {
            return new Opening.Opened(insert(id == null ? Ids.next() : id, details));
        } catch (DuplicateKeyException e) {
            return new Opening.IdTaken();
        }
    }

    private Branch insert(String id, BranchDetails details) {
        try {
            return store.insert(Branch.open(id, details, clock.instant()));
        } finally {
            directory.forget();
        }
    }

    /**
     * Changes a branch.
     *
     * @param newDetails from the present ones
     * @param expected refuses the change when the branch is not in this state any more; null = whatever its state
     */
    Optional<Changing> move(String id, Function<BranchDetails, BranchDetails> newDetails, @Nullable Long expected) {
        try {
            return store.change(
                    id, branch -> moved(branch, newDetails, expected), result -> result instanceof Changing.Changed);
        } finally {
            directory.forget();
        }
    }

    private Changing moved(Branch branch, Function<BranchDetails, BranchDetails> newDetails, @Nullable Long expected) {
        if (expected != null && branch.sequence() != expected) {
            return new Changing.Stale();
        }
        if (branch.isClosed()) {
            return new Changing.AlreadyClosed();
        }
        branch.move(newDetails.apply(branch.details()), clock.instant());
        return new Changing.Changed(branch);
    }

    /** Closes a branch; one that is closed already stays as it is. */
    Optional<Branch> close(String id) {
        try {
            return store.change(id, branch -> {
                branch.close(clock.instant());
                return branch;
            });
        } finally {
            directory.forget();
        }
    }

    /** How many rows made a branch, and how many had made one before; what staff changed since then stays changed. */
    record Imported(int created, int unchanged, List<BranchImport.Rejected> rejected) {}

    Imported importRows(List<BranchImport.Row> rows) {
        BranchImport batch = BranchImport.of(rows);
        List<Branch> wanted = batch.wanted().entrySet().stream()
                .map(row -> Branch.open(row.getKey(), row.getValue(), clock.instant()))
                .toList();
        int there = insertNew(wanted);
        return new Imported(wanted.size() - there, there + batch.repeated(), batch.rejected());
    }

    /** @return how many were there before */
    private int insertNew(List<Branch> wanted) {
        try {
            return store.insertNew(wanted).size();
        } finally {
            directory.forget();
        }
    }

    Page<BranchQuery.Found> list(BranchQuery query) {
        return query.page(directory.all());
    }

    /** Open and closed branches, at most a second old. */
    public List<Branch> all() {
        return directory.all();
    }

    public Optional<Branch> find(String id) {
        return store.find(id);
    }
}
