package org.linli.user.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone may do something somewhere, and why.
 *
 * @param because what allows it; empty when not allowed
 * @param whyNot absent when allowed
 */
record Decision(List<Grant> because, @Nullable Reason whyNot) {
    /** Why someone may not. */
    enum Reason {
        LACKS_ROLE,
        /** Has the permission, at other nodes. */
        HAS_IT_ELSEWHERE,
        LEFT,
        ON_LEAVE
    }

    boolean isAllowed() {
        return whyNot == null;
    }

    static Decision on(
            StaffMember member,
            Collection<StaffMember> absent,
            Function<String, Set<String>> permissionsOf,
            String permission,
            String path,
            Instant now) {
        switch (member.statusAt(now)) {
            case LEFT:
                return new Decision(List.of(), Reason.LEFT);
            case ON_LEAVE:
                return new Decision(List.of(), Reason.ON_LEAVE);
            case ACTIVE:
                break;
        }
        List<Grant> grants = Grant.of(member, absent, permissionsOf, now);
        List<Grant> because =
                grants.stream().filter(grant -> grant.allows(permission, path)).toList();
        if (!because.isEmpty()) {
            return new Decision(because, null);
        }
        boolean elsewhere =
                grants.stream().anyMatch(grant -> grant.permissions().contains(permission));
        return new Decision(List.of(), elsewhere ? Reason.HAS_IT_ELSEWHERE : Reason.LACKS_ROLE);
    }
}
