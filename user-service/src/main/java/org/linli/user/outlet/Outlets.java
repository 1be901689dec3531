package org.linli.user.outlet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.BusinessDay;
import org.linli.user.branch.Changing;
import org.linli.user.branch.Changing.Refusal;
import org.linli.user.branch.FileEntry;
import org.linli.user.branch.NodeClosing;
import org.linli.user.branch.NodeIds;
import org.linli.user.branch.NodeRegister;
import org.linli.user.branch.PendingChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The outlets of all branches: opening, changing, moving, closing and finding them. */
@Component
public class Outlets {
    /** How a branch calls what is on its way to it from here. */
    public static final String ARRIVAL = "outlet";

    private final NodeRegister<Outlet, OutletDetails> register;
    private final NodeClosing<Outlet> closing;
    private final Branches branches;
    private final ApplicationEventPublisher events;

    Outlets(
            MongoOperations mongo,
            OutboxRelay relay,
            NodeIds ids,
            Branches branches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = new NodeRegister<>(mongo, relay, ids, NodeIds.Kind.OUTLET, Outlet.class, clock);
        this.closing = new NodeClosing<>(register);
        this.branches = branches;
        this.events = events;
    }

    /** @param on the business date on which it opens; null = at once */
    Changing<Outlet> open(OutletDetails details, @Nullable LocalDate on) {
        if (!BusinessDay.canPlan(on, register.today())) {
            return new Changing.Refused<>(Refusal.DATE_OUT_OF_RANGE);
        }
        String id = Ids.next();
        return below(details.branchId(), isLater(on), () -> register.insert(outlet(id, details, on)))
                .orElseGet(() -> new Changing.Refused<>(Refusal.PARENT_UNKNOWN));
    }

    private Outlet outlet(String id, OutletDetails details, @Nullable LocalDate on) {
        LocalDate date = on == null ? register.today() : on;
        return isLater(date) ? Outlet.planned(id, details, date) : Outlet.openSince(id, details, date, register.now());
    }

    private boolean isLater(@Nullable LocalDate on) {
        return on != null && on.isAfter(register.today());
    }

    /** See {@link NodeRegister#enterFromFile}. */
    public FileEntry enterFromFile(String id, OutletDetails details, @Nullable LocalDate on) {
        Supplier<FileEntry> entering = () -> register.enterFromFile(id, details, on, date -> outlet(id, details, date));
        boolean stays = (on == null || on.isBefore(register.today())) && find(id).isPresent();
        return stays
                ? entering.get()
                : telling(
                        id,
                        () -> below(details.branchId(), isLater(on), entering).orElse(FileEntry.PARENT_UNKNOWN));
    }

    /** Whoever keeps something by an outlet's path is told when that has changed. */
    private <R> R telling(String id, Supplier<R> change) {
        R result = change.get();
        find(id).filter(Outlet::isDisplaced).ifPresent(outlet -> events.publishEvent(new OutletDisplaced(id)));
        return result;
    }

    /** Told inside the service: the outlet hangs below another branch now. */
    public record OutletDisplaced(String outletId) {}

    /** See {@link NodeRegister#displaced}. */
    public List<Outlet> displaced() {
        return register.displaced();
    }

    /** See {@link NodeRegister#settle}. */
    public void settle(Outlet outlet) {
        register.settle(outlet);
    }

    /**
     * Does something that hangs an outlet below a branch, which does not close meanwhile.
     *
     * @param later whether it happens later: then a branch that is still to open will do, too
     * @return empty when the branch takes nothing
     */
    private <R> Optional<R> below(String branchId, boolean later, Supplier<R> attaching) {
        String arrival = ARRIVAL + ":" + Ids.next();
        if (branches.enter(branchId, arrival, later).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(attaching.get());
        } finally {
            branches.entered(branchId, arrival);
        }
    }

    /** See {@link NodeRegister#change}; another branch must be there to take it. */
    Optional<Changing<Outlet>> change(
            String id, UnaryOperator<OutletDetails> newDetails, @Nullable Long expected, @Nullable LocalDate on) {
        Optional<Outlet> found = find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OutletDetails before = found.get().details();
        String branchId = newDetails.apply(before).branchId();
        return branchId.equals(before.branchId())
                ? register.change(id, newDetails, expected, on)
                : telling(
                        id,
                        () -> below(branchId, isLater(on), () -> register.change(id, newDetails, expected, on))
                                .orElseGet(() -> Optional.of(new Changing.Refused<>(Refusal.PARENT_UNKNOWN))));
    }

    public NodeClosing<Outlet> closing() {
        return closing;
    }

    /** See {@link NodeRegister#enter}. */
    public Optional<Outlet> enter(String id, String what) {
        return register.enter(id, what, false);
    }

    /** See {@link NodeRegister#entered}. */
    public void entered(String id, String what) {
        register.entered(id, what);
    }

    Optional<Outlet> cancelPending(String id) {
        return register.cancelPending(id);
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
                .map(PendingChange::details)
                .map(details ->
                        branches.find(details.branchId()).filter(Branch::isOpen).isPresent())
                .orElse(true);
    }

    /** Does what is due, see {@link NodeRegister#applyPending}, while the branch that takes it stays open. */
    public boolean applyPending(Outlet outlet) {
        return telling(
                outlet.id(),
                () -> outlet.pending()
                        .map(PendingChange::details)
                        .flatMap(details -> below(details.branchId(), false, () -> register.applyPending(outlet.id())))
                        .orElse(false));
    }
}
