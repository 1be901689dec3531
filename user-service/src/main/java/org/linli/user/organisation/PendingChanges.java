package org.linli.user.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.OrganisationNode;
import org.linli.user.branch.PendingChange;
import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does on its date what was planned for it: at the start, which catches up, and regularly. In the order of dates; on one
 * date branches open before outlets change, and close after them. What cannot be done yet (a branch that should close is
 * not empty, an outlet's branch is not open) waits and is tried again.
 */
@Component
class PendingChanges {
    private static final Logger log = LoggerFactory.getLogger(PendingChanges.class);

    private final Branches branches;
    private final Outlets outlets;
    private final ClosingOrganisations closing;
    private final Relocation relocation;

    PendingChanges(Branches branches, Outlets outlets, ClosingOrganisations closing, Relocation relocation) {
        this.branches = branches;
        this.outlets = outlets;
        this.closing = closing;
        this.relocation = relocation;
    }

    private record Step(String date, int rank, String id, BooleanSupplier possible, BooleanSupplier apply) {
        static Step of(OrganisationNode<?> node, int rank, BooleanSupplier possible, BooleanSupplier apply) {
            String date = node.pending().map(PendingChange::effectiveOn).orElse("");
            return new Step(date, rank, node.id(), possible, apply);
        }
    }

    /** @return how many changes were made */
    @Scheduled(fixedDelayString = "${linli.organisation.apply-every:1m}")
    int applyDue() {
        goOn();
        List<Step> steps = Stream.concat(
                        branches.due().stream().map(this::step),
                        outlets.due().stream().map(this::step))
                .sorted(Comparator.comparing(Step::date)
                        .thenComparing(Step::rank)
                        .thenComparing(Step::id))
                .toList();
        return (int) steps.stream().filter(this::apply).count();
    }

    /** Where the service stopped in the middle of something. */
    private void goOn() {
        try {
            closing.goOn();
            relocation.followAll();
        } catch (DependencyUnavailableException e) {
            log.warn("a closing that was begun waits for {}", e.getMessage());
        }
    }

    private boolean apply(Step step) {
        try {
            if (!step.possible.getAsBoolean()) {
                log.info("organisation {}: the change of {} waits for others", step.id, step.date);
                return false;
            }
            boolean applied = step.apply.getAsBoolean();
            if (!applied) {
                log.info("organisation {}: the change of {} is not possible yet", step.id, step.date);
            }
            return applied;
        } catch (DependencyUnavailableException e) {
            log.warn("organisation {}: the change of {} waits for {}", step.id, step.date, e.getMessage());
            return false;
        }
    }

    private Step step(Branch branch) {
        boolean closes = branch.pending()
                .filter(change -> change.kind() == PendingChange.Kind.CLOSE)
                .isPresent();
        return Step.of(
                branch,
                closes ? 2 : 0,
                () -> true,
                () -> closes ? closing.closePlanned(branch) : branches.applyPending(branch.id()));
    }

    private Step step(Outlet outlet) {
        boolean closes = outlet.pending()
                .filter(change -> change.kind() == PendingChange.Kind.CLOSE)
                .isPresent();
        return Step.of(
                outlet,
                1,
                () -> closes || outlets.canApply(outlet),
                () -> closes ? closing.closePlanned(outlet) : outlets.applyPending(outlet));
    }
}
