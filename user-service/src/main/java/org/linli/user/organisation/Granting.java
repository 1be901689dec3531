package org.linli.user.organisation;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;

/**
 * Who may hand out what: nobody decides on themselves, and nobody hands out a permission that they do not have at that
 * node or above, unless they manage the staff of the whole bank. Taking over someone's account counts as well, so the
 * same holds for resetting a password.
 */
final class Granting {
    static final String MANAGE = "staff.manage";

    private Granting() {}

    /**
     * @param targetId whose rights change
     * @param touched everything that is given or taken
     * @return null when nothing is against it
     */
    static Staffing.@Nullable Refusal refusal(
            Caller by, String targetId, Collection<Assignment> touched, Function<String, Set<String>> permissionsOf) {
        if (by.subject().equals(targetId)) {
            return Staffing.Refusal.OWN_CASE;
        }
        if (by.may(MANAGE, Organisations.HEAD_OFFICE_PATH)) {
            return null;
        }
        boolean has = touched.stream()
                .allMatch(one -> by.oversees(one.path())
                        && permissionsOf.apply(one.role()).stream()
                                .allMatch(permission -> by.may(permission, one.path())));
        return has ? null : Staffing.Refusal.GRANTS_BEYOND_OWN;
    }
}
