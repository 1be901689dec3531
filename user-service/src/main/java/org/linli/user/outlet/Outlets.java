package org.linli.user.outlet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.BusinessDay;
import org.linli.user.branch.Changing;
import org.linli.user.branch.NodeRegister;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The outlets of all branches: opening, changing, moving, closing and finding them. */
@Component
public class Outlets {
    private final NodeRegister<Outlet, OutletDetails> register;
    private final Branches branches;

    Outlets(MongoOperations mongo, OutboxRelay relay, Branches branches, Clock clock) {
        this.register = new NodeRegister<>(new AggregateStore<>(mongo, relay, Outlet.class, "outlets"), clock);
        this.branches = branches;
    }

    /** @param on the business date on which it opens; null = at once */
    Changing<Outlet> open(OutletDetails details, @Nullable LocalDate on) {
        LocalDate today = register.today();
        if (!BusinessDay.canPlan(on, today)) {
            return new Changing.Refused<>(Changing.Refusal.DATE_OUT_OF_RANGE);
        }
        boolean later = on != null && on.isAfter(today);
        if (!takesOutlets(details.branchId(), later)) {
            return new Changing.Refused<>(Changing.Refusal.PARENT_UNKNOWN);
        }
        return register.insert(
                on != null && later
                        ? Outlet.planned(Ids.next(), details, on)
                        : Outlet.open(Ids.next(), details, register.now()));
    }

    /** A branch that is still to open takes outlets that open later, too. */
    private boolean takesOutlets(String branchId, boolean later) {
        return branches.find(branchId)
                .filter(branch -> branch.isOpen() || later && !branch.isClosed())
                .isPresent();
    }

    /** See {@link NodeRegister#change}; another branch must be there to take it. */
    Optional<Changing<Outlet>> change(
            String id, UnaryOperator<OutletDetails> newDetails, @Nullable Long expected, @Nullable LocalDate on) {
        Optional<Outlet> found = find(id);
        if (found.isPresent()) {
            OutletDetails before = found.get().details();
            String branchId = newDetails.apply(before).branchId();
            boolean later = on != null && on.isAfter(register.today());
            if (!branchId.equals(before.branchId()) && !takesOutlets(branchId, later)) {
                return Optional.of(new Changing.Refused<>(Changing.Refusal.PARENT_UNKNOWN));
            }
        }
        return register.change(id, newDetails, expected, on);
    }

    /** Closes an outlet; whoever calls has looked whether it is empty. */
    public Optional<Changing<Outlet>> close(String id, @Nullable LocalDate on) {
        return register.close(id, on);
    }

    Optional<Outlet> cancelPending(String id) {
        return register.cancelPending(id);
    }

    /** @return the ids that were there before, whose outlets stay as they are */
    public Set<String> insertNew(Map<String, OutletDetails> wanted) {
        return register.insertNew(wanted.entrySet().stream()
                .map(row -> Outlet.open(row.getKey(), row.getValue(), register.now()))
                .toList());
    }

    /** In every state, at most a second old. */
    public List<Outlet> all() {
        return register.all();
    }

    public Optional<Outlet> find(String id) {
        return register.find(id);
    }

    /** Those of a branch that are not closed, planned ones included, as the store has them now. */
    public long notClosedBelow(String branchId) {
        String path = Branch.pathOf(branchId);
        return register.current().stream()
                .filter(outlet ->
                        !outlet.isClosed() && outlet.organisationPath().startsWith(path))
                .count();
    }

    /** The open ones of a branch, by name. */
    List<Outlet> openOf(String branchId) {
        return all().stream()
                .filter(outlet -> outlet.isOpen() && outlet.branchId().equals(branchId))
                .sorted(Comparator.comparing((Outlet outlet) -> outlet.details().name())
                        .thenComparing(Outlet::id))
                .toList();
    }

    /** See {@link NodeRegister#due}. */
    public List<Outlet> due() {
        return register.due();
    }

    /** Whether the branch that its plan needs is open by now. */
    public boolean canApply(Outlet outlet) {
        return outlet.pending()
                .map(change -> change.details())
                .map(details -> takesOutlets(details.branchId(), false))
                .orElse(true);
    }

    /** See {@link NodeRegister#applyPending}. */
    public boolean applyPending(String id) {
        return register.applyPending(id);
    }
}
