package org.linli.user.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that someone has at this moment, and from where.
 *
 * @param deputyFor the id of the absent member whose they are; null = one's own
 */
public record Grant(
        Assignment from, Set<String> permissions, @Nullable String deputyFor) {
    /**
     * All that a member has now: nothing once gone or while on leave, else their own and those of everyone absent whose
     * deputy they are. A deputy's deputy has nothing: whoever is absent too hands on nothing but their own.
     *
     * @param absent members on leave; others among them do no harm
     * @param permissionsOf of a role
     */
    public static List<Grant> of(
            StaffMember member,
            Collection<StaffMember> absent,
            Function<String, Set<String>> permissionsOf,
            Instant now) {
        if (member.statusAt(now) != StaffMember.Status.ACTIVE) {
            return List.of();
        }
        List<Grant> grants = new ArrayList<>();
        own(member, permissionsOf, null).forEach(grants::add);
        absent.stream()
                .filter(one -> isDeputy(member, one, now))
                .flatMap(one -> own(one, permissionsOf, one.id()))
                .forEach(grants::add);
        return grants;
    }

    static boolean isDeputy(StaffMember member, StaffMember absent, Instant now) {
        return absent.statusAt(now) == StaffMember.Status.ON_LEAVE
                && absent.currentLeave()
                        .filter(leave -> member.id().equals(leave.deputyId()))
                        .isPresent();
    }

    private static Stream<Grant> own(
            StaffMember member, Function<String, Set<String>> permissionsOf, @Nullable String deputyFor) {
        return member.assignments().stream().map(one -> new Grant(one, permissionsOf.apply(one.role()), deputyFor));
    }

    /** Whether this alone allows it there. */
    boolean allows(String permission, String path) {
        return permissions.contains(permission) && path.startsWith(from.path());
    }
}
