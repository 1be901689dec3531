package org.linli.user.organisation;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.linli.user.access.Roles;

/** Which roles may be held where, by whom, and who may hand them out. */
record Posts(Organisations organisations, Admissions admissions, Roles roles) {

    /** @return null when nothing is against these */
    Staffing.@Nullable Refusal unfit(List<Assignment> assignments) {
        if (!assignments.stream().allMatch(one -> roles.exists(one.role()))) {
            return Staffing.Refusal.ROLE_UNKNOWN;
        }
        if (!assignments.stream().allMatch(one -> roles.mayBelongTo(one.role(), one.organisationId()))) {
            return Staffing.Refusal.ROLE_OF_HEAD_OFFICE;
        }
        return assignments.stream().map(Assignment::organisationId).distinct().allMatch(organisations::exists)
                ? null
                : Staffing.Refusal.ORGANISATION_UNKNOWN;
    }

    /** No node closes while someone is on the way there. */
    Staffing during(List<Node> nodes, Supplier<Staffing> arrival) {
        return admissions
                .during(nodes, arrival)
                .orElseGet(() -> new Staffing.Refused(Staffing.Refusal.ORGANISATION_UNKNOWN));
    }

    /** See {@link Granting#refusal}. */
    Staffing.@Nullable Refusal mayHand(Caller by, String targetId, List<Assignment> touched) {
        return Granting.refusal(by, targetId, touched, roles::permissionsOf);
    }

    /** Whether the deputy's own place allows for everything that the absent one has at head office. */
    boolean isFitDeputy(StaffMember deputy, StaffMember absent) {
        return !deputy.id().equals(absent.id())
                && !deputy.hasLeft()
                && absent.assignments().stream()
                        .filter(one -> Organisations.HEAD_OFFICE.equals(one.organisationId()))
                        .allMatch(one -> roles.mayBelongTo(one.role(), deputy.organisationId()));
    }
}
