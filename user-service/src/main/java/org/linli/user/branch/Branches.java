package org.linli.user.branch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.web.Page;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The bank's branches: opening, moving, closing and finding them. */
@Component
public class Branches {
    private final NodeRegister<Branch, BranchDetails> register;
    private final NodeClosing<Branch> closing;

    Branches(MongoOperations mongo, OutboxRelay relay, NodeIds ids, Clock clock) {
        this.register = new NodeRegister<>(mongo, relay, ids, NodeIds.Kind.BRANCH, Branch.class, clock);
        this.closing = new NodeClosing<>(register);
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

    public NodeClosing<Branch> closing() {
        return closing;
    }

    /** See {@link NodeRegister#enter}. */
    public Optional<Branch> enter(String id, String what, boolean planned) {
        return register.enter(id, what, planned);
    }

    /** See {@link NodeRegister#entered}. */
    public void entered(String id, String what) {
        register.entered(id, what);
    }

    Optional<Branch> cancelPending(String id) {
        return register.cancelPending(id);
    }

    /** How many rows made a branch, and how many had made one before; what staff changed since then stays changed. */
    record Imported(int created, int unchanged, List<BranchImport.Rejected> rejected) {}

    Imported importRows(List<BranchImport.Row> rows) {
        BranchImport batch = BranchImport.of(rows);
        int created = 0;
        for (Map.Entry<String, BranchDetails> row : batch.wanted().entrySet()) {
            created += enterFromFile(row.getKey(), row.getValue(), null) == FileEntry.CREATED ? 1 : 0;
        }
        return new Imported(created, batch.wanted().size() - created + batch.repeated(), batch.rejected());
    }

    /** See {@link NodeRegister#enterFromFile}. */
    public FileEntry enterFromFile(String id, BranchDetails details, @Nullable LocalDate on) {
        return register.enterFromFile(id, details, on, date -> {
            if (date.isAfter(register.today())) {
                return Branch.planned(id, details, date);
            }
            return Branch.openSince(id, details, date, register.now());
        });
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
