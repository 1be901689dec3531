package org.linli.user.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Hires whom the rows of a file describe, each judged alone and within the caller's data scope (rules P-1, P-5). Whoever
 * is there as the row says stays as they are, so a file may come again.
 */
@Component
class StaffImport {
    private final Staff staff;
    private final Organisations organisations;
    private final MessageSource messages;

    StaffImport(Staff staff, Organisations organisations, MessageSource messages) {
        this.staff = staff;
        this.organisations = organisations;
        this.messages = messages;
    }

    /**
     * What became of a row.
     *
     * @param id of the member, new or there before
     * @param initialPassword of a new member, told this once; to be changed at the first login
     * @param code why nobody was hired
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Nullable Long line,
            @Nullable String username,
            @Nullable String id,
            @Nullable String initialPassword,
            @Nullable String code,
            @Nullable String detail) {
        @Override
        public String toString() {
            return "Outcome[hidden]";
        }
    }

    Outcome hire(Caller caller, StaffRow row, Locale locale) {
        StaffRow.Fault fault = row.fault();
        if (fault != null) {
            return refused(row, fault.code(), "import.", locale);
        }
        StaffMember.Place place = row.place(organisations);
        if (!place.nodes().stream().allMatch(node -> caller.oversees(node.path()))) {
            return refused(row, "forbidden", "problem.", locale);
        }
        Optional<StaffMember> known = staff.find(row.goodUsername());
        if (known.isPresent()) {
            return isSame(known.get(), row, place)
                    ? new Outcome(row.line(), row.username(), known.get().id(), null, null, null)
                    : refused(row, "staff-differs", "import.", locale);
        }
        String password = StaffTable.initialPassword();
        Candidate candidate = new Candidate(row.goodUsername(), password, row.goodDisplayName(), place);
        return staff.hire(caller, candidate)
                .fold(
                        member -> new Outcome(row.line(), row.username(), member.id(), password, null, null),
                        why -> refused(row, StaffForms.problem(why).code(), "problem.", locale));
    }

    private static boolean isSame(StaffMember member, StaffRow row, StaffMember.Place place) {
        return !member.hasLeft()
                && member.displayName().equals(row.goodDisplayName())
                && member.organisationId().equals(place.home().id())
                && Set.copyOf(member.assignments()).equals(Set.copyOf(place.assignments()));
    }

    private Outcome refused(StaffRow row, String code, String kind, Locale locale) {
        String detail = messages.getMessage(kind + code, null, code, locale);
        return new Outcome(row.line(), row.username(), null, null, code, detail);
    }

    /** How many of these were hired. */
    static int hired(List<Outcome> outcomes) {
        return (int)
                outcomes.stream().filter(one -> one.initialPassword() != null).count();
    }
}
