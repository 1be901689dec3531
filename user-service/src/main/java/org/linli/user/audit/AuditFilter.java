package org.linli.user.audit;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.ProblemException;

/**
 * Which rows someone asks for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param actor the id of whoever did it
 * @param q a piece of the action, the target's id, the facts or the reason, in any case of letters
 */
record AuditFilter(
        @Nullable String organisation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable String requestId,
        @Nullable String q) {

    /** @param scope nodes of the organisation tree; rows elsewhere do not exist for the caller (rule P-1) */
    Bson within(List<String> scope) {
        List<Bson> all = new ArrayList<>();
        all.add(
                scope.isEmpty()
                        ? Filters.in("_id", List.of())
                        : Filters.or(scope.stream().map(AuditFilter::below).toList()));
        equal(all, "organisation", organisation);
        equal(all, "actor.subject", actor);
        equal(all, "action", action);
        equal(all, "targetType", targetType);
        equal(all, "targetId", targetId);
        equal(all, "requestId", requestId);
        if (from != null) {
            all.add(Filters.gte("at", Date.from(from)));
        }
        if (to != null) {
            all.add(Filters.lt("at", Date.from(to)));
        }
        if (q != null && !q.isBlank()) {
            Pattern piece = Pattern.compile(Pattern.quote(q.strip()), Pattern.CASE_INSENSITIVE);
            all.add(Filters.or(List.of("action", "targetId", "reason", "before.v", "after.v").stream()
                    .map(field -> Filters.regex(field, piece))
                    .toList()));
        }
        return Filters.and(all);
    }

    /** Newest first: what comes after the last row seen. */
    static Bson after(Cursor last) {
        Date at;
        try {
            at = new Date(Long.parseLong(last.text(0)));
        } catch (NumberFormatException e) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
        return Filters.or(Filters.lt("at", at), Filters.and(Filters.eq("at", at), Filters.lt("_id", last.text(1))));
    }

    private static void equal(List<Bson> all, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.add(Filters.eq(field, value));
        }
    }

    /** A place and everything below it, as a range that an index answers: the digit zero comes after the slash. */
    private static Bson below(String path) {
        String end = path.substring(0, path.length() - 1) + "0";
        return Filters.and(Filters.gte("organisationPath", path), Filters.lt("organisationPath", end));
    }
}
