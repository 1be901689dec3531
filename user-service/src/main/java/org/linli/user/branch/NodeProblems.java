package org.linli.user.branch;

import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What the controllers of branches and outlets say alike. */
public final class NodeProblems {
    private NodeProblems() {}

    /** @param kind the code's beginning, {@code branch} or {@code outlet} */
    public static ProblemException of(Changing.Refusal why, String kind) {
        return switch (why) {
            case CLOSED -> ProblemException.conflict(kind + "-closed");
            case ID_TAKEN -> ProblemException.conflict(kind + "-exists");
            case CHANGE_PENDING -> ProblemException.conflict("change-pending");
            case STALE -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
            case PARENT_UNKNOWN -> ProblemException.refused("parent-unknown");
            case DATE_OUT_OF_RANGE ->
                ProblemException.invalidParameter("effectiveOn", "(expected: today to two years from now)");
        };
    }

    /** The state that the caller expects; null when they do not care. A tag that we never gave out matches nothing. */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String digits = ifMatch.replaceFirst("^W/", "").replace("\"", "").replaceFirst("-[0-9a-f]{1,8}$", "");
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1L;
    }
}
