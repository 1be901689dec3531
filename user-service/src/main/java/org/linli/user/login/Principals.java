package org.linli.user.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.user.access.Permissions;
import org.linli.user.binding.Blacklist;
import org.linli.user.identity.Membership;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.linli.user.token.Principal;
import org.springframework.stereotype.Component;

/** What someone may do at this moment: read at every login and every renewal of one. */
@Component
class Principals {
    /** Someone of no merchant yet: may apply for one. */
    private static final String APPLICANT = "APPLICANT";

    private final Users users;
    private final Blacklist blacklist;
    private final Staff staff;
    private final Permissions permissions;

    Principals(Users users, Blacklist blacklist, Staff staff, Permissions permissions) {
        this.users = users;
        this.blacklist = blacklist;
        this.staff = staff;
        this.permissions = permissions;
    }

    Principal of(User user) {
        return switch (user.kind()) {
            case CONSUMER ->
                person(user, Principal.Kind.CONSUMER, "CONSUMER", attribute("accountId", user.accountId()));
            case MERCHANT -> {
                Membership membership = user.currentMembership().orElse(null);
                yield membership == null
                        ? person(user, Principal.Kind.MERCHANT, APPLICANT, Map.of())
                        : person(
                                user,
                                Principal.Kind.MERCHANT,
                                membership.role().name(),
                                attribute("merchantId", membership.merchantId()));
            }
        };
    }

    private Principal person(User user, Principal.Kind kind, String role, Map<String, String> attributes) {
        return Principal.person(user.id(), kind, role, permissions.ofRole(role), attributes);
    }

    private static Map<String, String> attribute(String name, @Nullable String value) {
        return value == null ? Map.of() : Map.of(name, value);
    }

    Principal of(StaffMember member) {
        List<String> roles = member.roles().stream().map(Enum::name).toList();
        Set<String> granted = roles.stream()
                .flatMap(role -> permissions.ofRole(role).stream())
                .collect(Collectors.toSet());
        return new Principal(
                member.id(),
                Principal.Kind.STAFF,
                roles,
                Map.of(member.organisationPath(), granted),
                Map.of("org", member.organisationId(), "orgPath", member.organisationPath()));
    }

    /** Empty when the person is gone or blocked; whoever was merged into another goes on as that one. */
    Optional<Principal> current(Principal.Kind kind, String id) {
        return switch (kind) {
            case STAFF -> staff.findById(id).filter(StaffMember::enabled).map(this::of);
            case CONSUMER, MERCHANT ->
                users.current(id).filter(user -> !blacklist.covers(user)).map(this::of);
        };
    }
}
