package org.linli.user.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that describes a member of staff; everything may be wrong with it.
 *
 * @param organisationId where the member is at home: head office, a branch or an outlet
 * @param roles held at home, such as {@code ACCOUNT_MANAGER}, or elsewhere, such as {@code SERVICE_AGENT@B02}
 */
record StaffRow(
        @Nullable Long line,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable List<@Nullable String> roles,
        @Nullable String organisationId) {
    private static final int LONGEST_NAME = 50;

    /** Why nobody can be hired from a row. */
    enum Fault {
        USERNAME_INVALID,
        DISPLAY_NAME_INVALID,
        ROLES_INVALID,
        ORGANISATION_INVALID;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @return null when the row can be read */
    @Nullable Fault fault() {
        if (username == null || !username.matches(StaffForms.USERNAME)) {
            return Fault.USERNAME_INVALID;
        }
        if (displayName == null
                || displayName.isBlank()
                || displayName.length() > LONGEST_NAME
                || displayName.chars().anyMatch(Character::isISOControl)) {
            return Fault.DISPLAY_NAME_INVALID;
        }
        if (organisationId == null || !organisationId.matches(StaffForms.NODE)) {
            return Fault.ORGANISATION_INVALID;
        }
        return areRolesReadable() ? null : Fault.ROLES_INVALID;
    }

    private boolean areRolesReadable() {
        String post = StaffForms.ROLE + "(@" + StaffForms.NODE + ")?";
        return roles != null
                && !roles.isEmpty()
                && roles.size() <= StaffMember.MOST_ASSIGNMENTS
                && roles.stream().allMatch(role -> role != null && role.matches(post));
    }

    /** Of a row without a fault. */
    StaffMember.Place place(Organisations tree) {
        Node home = tree.node(text(organisationId));
        List<Assignment> posts = new ArrayList<>();
        Stream.ofNullable(roles).flatMap(List::stream).map(StaffRow::text).forEach(role -> {
            String[] parts = role.split("@", 2);
            posts.add((parts.length == 1 ? home : tree.node(parts[1])).post(parts[0]));
        });
        return new StaffMember.Place(home, posts.stream().distinct().toList());
    }

    String goodUsername() {
        return text(username);
    }

    String goodDisplayName() {
        return text(displayName).strip();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
