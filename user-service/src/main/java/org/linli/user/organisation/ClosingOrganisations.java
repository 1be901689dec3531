package org.linli.user.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.BusinessDay;
import org.linli.user.branch.NodeClosing;
import org.linli.user.branch.NodeClosing.Ended;
import org.linli.user.branch.OrganisationNode;
import org.linli.user.merchants.AttachedMerchants;
import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.springframework.stereotype.Component;

/**
 * A node of the tree closes only when nothing belongs to it any more, by the steps of {@link NodeClosing}: nothing can
 * come to it between the counting and the closing.
 */
@Component
class ClosingOrganisations {
    private final Branches branches;
    private final Outlets outlets;
    private final StaffSearch staff;
    private final AttachedMerchants merchants;
    private final Clock clock;

    ClosingOrganisations(
            Branches branches, Outlets outlets, StaffSearch staff, AttachedMerchants merchants, Clock clock) {
        this.branches = branches;
        this.outlets = outlets;
        this.staff = staff;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** What keeps a branch from closing; asks merchant-service. */
    private Remaining remaining(Branch branch) {
        return new Remaining(
                branch.arriving(Outlets.ARRIVAL) + outlets.notClosedBelow(branch.id()),
                branch.arriving(Admissions.ARRIVAL) + staff.countBelow(branch.organisationPath()),
                merchants.leaving(branch.id()));
    }

    /** What keeps an outlet from closing: merchants are attached to branches only. */
    private Remaining remaining(Outlet outlet) {
        return new Remaining(0, outlet.arriving(Admissions.ARRIVAL) + staff.countBelow(outlet.organisationPath()), 0);
    }

    /** @param on on a later date emptiness counts on that date; null = at once */
    Optional<Ended<Branch, Remaining>> closeBranch(String id, @Nullable LocalDate on) {
        return close(branches.closing(), id, on, this::remaining);
    }

    /** See {@link #closeBranch}. */
    Optional<Ended<Outlet, Remaining>> closeOutlet(String id, @Nullable LocalDate on) {
        return close(outlets.closing(), id, on, this::remaining);
    }

    private <N extends OrganisationNode<?>> Optional<Ended<N, Remaining>> close(
            NodeClosing<N> closing, String id, @Nullable LocalDate on, Function<N, Remaining> remaining) {
        LocalDate today = BusinessDay.of(clock.instant());
        return on == null || on.equals(today)
                ? closing.close(id, false, remaining, Remaining::isNothing)
                : closing.closeLater(id, on);
    }

    /** Does what was planned for today. @return false when it still has to wait */
    boolean closePlanned(Branch branch) {
        return isClosed(branches.closing().close(branch.id(), true, this::remaining, Remaining::isNothing));
    }

    /** See {@link #closePlanned(Branch)}. */
    boolean closePlanned(Outlet outlet) {
        return isClosed(outlets.closing().close(outlet.id(), true, this::remaining, Remaining::isNothing));
    }

    /** Nodes on which somebody was at work when the service stopped. */
    void goOn() {
        outlets.closing().begun().forEach(this::closePlanned);
        branches.closing().begun().forEach(this::closePlanned);
    }

    private static <N extends OrganisationNode<?>> boolean isClosed(Optional<Ended<N, Remaining>> ended) {
        return ended.filter(end -> end instanceof Ended.Decided<N, Remaining> decided
                        && decided.result().fold(OrganisationNode::isClosed, why -> false))
                .isPresent();
    }
}
