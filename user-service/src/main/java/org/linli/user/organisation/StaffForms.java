package org.linli.user.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;

/** What the controllers of staff have in common: forms, answers, refusals. */
final class StaffForms {
    static final String USERNAME = "[a-z0-9][a-z0-9._-]{1,31}";
    static final String ROLE = "[A-Z][A-Z0-9_]{2,39}";
    static final String NODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}";

    private StaffForms() {}

    /** A member as staff see them: never anything of the password. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String username,
            String displayName,
            List<String> roles,
            List<Assignment> assignments,
            String organisationId,
            List<String> relatedMerchants,
            StaffMember.Status status,
            @Nullable Leave leave,
            boolean enabled) {
        static Answer of(StaffMember member, Instant now) {
            return new Answer(
                    member.id(),
                    member.username(),
                    member.displayName(),
                    member.roles(),
                    member.assignments(),
                    member.organisationId(),
                    member.relatedMerchants(),
                    member.statusAt(now),
                    member.currentLeave().filter(leave -> !leave.isOver(now)).orElse(null),
                    !member.hasLeft());
        }
    }

    static Answer answer(Staffing result, Instant now) {
        return result.fold(member -> Answer.of(member, now), why -> {
            throw problem(why);
        });
    }

    static ProblemException problem(Staffing.Refusal why) {
        return switch (why) {
            case USERNAME_TAKEN -> ProblemException.conflict("username-taken");
            case ORGANISATION_UNKNOWN -> ProblemException.refused("organisation-unknown");
            case ROLE_UNKNOWN -> ProblemException.refused("role-unknown");
            case ROLE_OF_HEAD_OFFICE -> ProblemException.refused("role-of-head-office");
            case OWN_CASE -> ProblemException.refused("own-case");
            case GRANTS_BEYOND_OWN -> ProblemException.refused("grants-beyond-own");
            case HAS_LEFT -> ProblemException.conflict("staff-left");
            case DEPUTY_UNFIT -> ProblemException.refused("deputy-unfit");
            case LEAVE_INVALID -> ProblemException.refused("leave-invalid");
            case NOT_ON_LEAVE -> ProblemException.conflict("not-on-leave");
            case PASSWORD_UNFIT -> ProblemException.refused("password-unfit");
        };
    }

    /** 404 for someone outside the caller's scope as for nobody: who else is there is none of the caller's business. */
    static StaffMember overseen(Caller caller, Optional<StaffMember> found) {
        return found.filter(member -> caller.oversees(member.organisationPath()))
                .orElseThrow(ProblemException::notFound);
    }

    static void requireScope(Caller caller, String path) {
        if (!caller.oversees(path)) {
            throw ProblemException.forbidden();
        }
    }

    static void requireLength(String password) {
        if (!PasswordPolicy.isLongEnough(password)) {
            throw ProblemException.invalidParameter("password", "(expected: 10 characters to 72 bytes)");
        }
    }

    static void requireSome(String field, List<Assignment> assignments) {
        if (assignments.isEmpty() || assignments.size() > StaffMember.MOST_ASSIGNMENTS) {
            throw ProblemException.invalidParameter(
                    field, assignments.size() + " (expected: 1.." + StaffMember.MOST_ASSIGNMENTS + ")");
        }
    }

    /** @param found one more than the page holds, if there are more */
    static <T> Page<T> page(List<T> found, int size, Function<T, String> key) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), Cursor.of(key.apply(found.get(size - 1))));
    }
}
