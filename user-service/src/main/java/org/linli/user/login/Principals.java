package org.linli.user.login;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.user.access.Permissions;
import org.linli.user.binding.Blacklist;
import org.linli.user.identity.Membership;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.organisation.Access;
import org.linli.user.organisation.Grant;
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
    private final Access access;
    private final Permissions permissions;

    Principals(Users users, Blacklist blacklist, Staff staff, Access access, Permissions permissions) {
        this.users = users;
        this.blacklist = blacklist;
        this.staff = staff;
        this.access = access;
        this.permissions = permissions;
    }

    /** @param asOf from before the user was read, see {@link Principal} */
    Principal of(User user, String asOf) {
        return switch (user.kind()) {
            case CONSUMER ->
                person(user, Principal.Kind.CONSUMER, "CONSUMER", attribute("accountId", user.accountId()), asOf);
            case MERCHANT -> {
                Membership membership = user.currentMembership().orElse(null);
                yield membership == null
                        ? person(user, Principal.Kind.MERCHANT, APPLICANT, Map.of(), asOf)
                        : person(
                                user,
                                Principal.Kind.MERCHANT,
                                membership.role().name(),
                                attribute("merchantId", membership.merchantId()),
                                asOf);
            }
        };
    }

    private Principal person(User user, Principal.Kind kind, String role, Map<String, String> attributes, String asOf) {
        return Principal.person(user.id(), kind, role, permissions.ofRole(role), attributes, asOf);
    }

    private static Map<String, String> attribute(String name, @Nullable String value) {
        return value == null ? Map.of() : Map.of(name, value);
    }

    /** On leave someone may log in and has no grants; a deputy has those of the absent as well. */
    private Principal of(StaffMember member, String asOf) {
        Access.Now now = access.of(member);
        Map<String, Set<String>> granted = new TreeMap<>();
        Set<String> roles = new LinkedHashSet<>();
        Set<String> absent = new LinkedHashSet<>();
        for (Grant grant : now.grants()) {
            granted.computeIfAbsent(grant.from().path(), path -> new HashSet<>())
                    .addAll(grant.permissions());
            roles.add(grant.from().role());
            if (grant.deputyFor() != null) {
                absent.add(grant.deputyFor());
            }
        }
        Map<String, String> attributes = new HashMap<>();
        attributes.put("org", member.organisationId());
        attributes.put("orgPath", member.organisationPath());
        putList(attributes, "deputyFor", absent);
        putList(attributes, "related", member.relatedMerchants());
        return new Principal(
                member.id(), Principal.Kind.STAFF, List.copyOf(roles), granted, attributes, now.until(), asOf);
    }

    private static void putList(Map<String, String> attributes, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            attributes.put(name, String.join(" ", values));
        }
    }

    /** Empty when the person is gone or blocked; whoever was merged into another goes on as that one. */
    Optional<Principal> current(Principal.Kind kind, String id) {
        return current(kind, id, Ids.next());
    }

    /** @param asOf from before whatever else was read of the person, see {@link Principal} */
    Optional<Principal> current(Principal.Kind kind, String id, String asOf) {
        return switch (kind) {
            case STAFF -> staff.findById(id).filter(member -> !member.hasLeft()).map(member -> of(member, asOf));
            case CONSUMER, MERCHANT ->
                users.current(id).filter(user -> !blacklist.covers(user)).map(user -> of(user, asOf));
        };
    }

    /** False when the login was let in by a password that has been replaced since. Of people, every renewal asks anew. */
    boolean isStillGood(Principal principal) {
        return principal.kind() != Principal.Kind.STAFF
                || staff.findById(principal.id())
                        .filter(member -> !member.haveLoginsEndedSince(principal.asOf()))
                        .isPresent();
    }
}
