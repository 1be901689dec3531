package org.linli.user.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.BusinessDay;
import org.linli.user.branch.Changing;
import org.linli.user.merchants.AttachedMerchants;
import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.springframework.stereotype.Component;

/** A node of the tree closes only when nothing belongs to it any more. */
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
    Remaining remaining(Branch branch) {
        return new Remaining(
                outlets.notClosedBelow(branch.id()),
                staff.countBelow(branch.organisationPath()),
                merchants.countBelow(branch.id()));
    }

    /** What keeps an outlet from closing: merchants are attached to branches only. */
    Remaining remaining(Outlet outlet) {
        return new Remaining(0, staff.countBelow(outlet.organisationPath()), 0);
    }

    /** @param on on a later date emptiness counts on that date; null = at once */
    Optional<Closing<Branch>> closeBranch(String id, @Nullable LocalDate on) {
        return branches.find(id).flatMap(branch -> {
            Remaining left = branch.isClosed() || isLater(on) ? new Remaining(0, 0, 0) : remaining(branch);
            return left.isNothing()
                    ? branches.close(id, on).map(Closing::of)
                    : Optional.of(new Closing.NotEmpty<>(left));
        });
    }

    /** See {@link #closeBranch}. */
    Optional<Closing<Outlet>> closeOutlet(String id, @Nullable LocalDate on) {
        return outlets.find(id).flatMap(outlet -> {
            Remaining left = outlet.isClosed() || isLater(on) ? new Remaining(0, 0, 0) : remaining(outlet);
            return left.isNothing()
                    ? outlets.close(id, on).map(Closing::of)
                    : Optional.of(new Closing.NotEmpty<>(left));
        });
    }

    private boolean isLater(@Nullable LocalDate on) {
        return on != null && on.isAfter(BusinessDay.of(clock.instant()));
    }

    /** How closing ended. */
    sealed interface Closing<N> {
        static <N> Closing<N> of(Changing<N> result) {
            return new Decided<>(result);
        }

        record Decided<N>(Changing<N> result) implements Closing<N> {}

        /** Something still belongs to it. */
        record NotEmpty<N>(Remaining left) implements Closing<N> {}
    }
}
