package org.linli.user.branch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.web.Page;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The bank's branches: opening, moving, closing and finding them. */
@Component
public class Branches {
    private final NodeRegister<Branch, BranchDetails> register;

    Branches(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.register = new NodeRegister<>(new AggregateStore<>(mongo, relay, Branch.class, "branches"), clock);
    }

    /** @param on the business date on which it opens; null = at once */
    Changing<Branch> open(@Nullable String id, BranchDetails details, @Nullable LocalDate on) {
        LocalDate today = register.today();
        if (!BusinessDay.canPlan(on, today)) {
            return new Changing.Refused<>(Changing.Refusal.DATE_OUT_OF_RANGE);
        }
        String given = id == null ? Ids.next() : id;
        return register.insert(
                on != null && on.isAfter(today)
                        ? Branch.planned(given, details, on)
                        : Branch.open(given, details, register.now()));
    }

    /** See {@link NodeRegister#change}. */
    Optional<Changing<Branch>> move(
            String id,
            Function<BranchDetails, BranchDetails> newDetails,
            @Nullable Long expected,
            @Nullable LocalDate on) {
        return register.change(id, newDetails, expected, on);
    }

    /** Closes a branch, empty or not: whoever calls has looked. */
    public Optional<Changing<Branch>> close(String id, @Nullable LocalDate on) {
        return register.close(id, on);
    }

    Optional<Branch> cancelPending(String id) {
        return register.cancelPending(id);
    }

    /** How many rows made a branch, and how many had made one before; what staff changed since then stays changed. */
    record Imported(int created, int unchanged, List<BranchImport.Rejected> rejected) {}

    Imported importRows(List<BranchImport.Row> rows) {
        BranchImport batch = BranchImport.of(rows);
        int there = insertNew(batch.wanted()).size();
        return new Imported(batch.wanted().size() - there, there + batch.repeated(), batch.rejected());
    }

    /** @return the ids that were there before, whose branches stay as they are */
    public Set<String> insertNew(Map<String, BranchDetails> wanted) {
        return register.insertNew(wanted.entrySet().stream()
                .map(row -> Branch.open(row.getKey(), row.getValue(), register.now()))
                .toList());
    }

    Page<BranchQuery.Found> list(BranchQuery query) {
        return query.page(register.all());
    }

    /** In every state, at most a second old. */
    public List<Branch> all() {
        return register.all();
    }

    public Optional<Branch> find(String id) {
        return register.find(id);
    }

    /** See {@link NodeRegister#due}. */
    public List<Branch> due() {
        return register.due();
    }

    /** See {@link NodeRegister#applyPending}. */
    public boolean applyPending(String id) {
        return register.applyPending(id);
    }
}
