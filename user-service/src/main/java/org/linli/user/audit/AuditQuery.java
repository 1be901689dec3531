package org.linli.user.audit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;

/** The filters that search, statistics and export have in common, as query parameters. */
record AuditQuery(
        @Nullable @Size(max = 64) String organisation,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 64) String actor,
        @Nullable @Size(max = 200) String action,
        @Nullable @Size(max = 64) String targetType,
        @Nullable @Size(max = 128) String targetId,
        @Nullable @Size(max = 128) String requestId,

        @Nullable @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String q) {

    AuditFilter filter() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalidParameter("to", to + " (expected: after from)");
        }
        return new AuditFilter(organisation, from, to, actor, action, targetType, targetId, requestId, q);
    }
}
