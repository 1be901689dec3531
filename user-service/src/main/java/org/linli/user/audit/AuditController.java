package org.linli.user.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the trail, everyone as far as their scope reaches. */
@RestController
@RequestMapping("/api/v1/admin/audit-trail")
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    record Row(
            String id,
            String organisation,
            long seq,
            Instant at,
            AuditRecorded.Actor actor,
            String action,
            String targetType,
            String targetId,
            Map<String, String> before,
            Map<String, String> after,
            @Nullable String reason,
            @Nullable String requestId,
            String organisationPath,
            String source,
            String hash) {
        static Row of(AuditRow row) {
            AuditRecorded recorded = row.recorded();
            return new Row(
                    row.id(),
                    recorded.organisation(),
                    row.seq(),
                    recorded.at(),
                    recorded.actor(),
                    recorded.action(),
                    recorded.targetType(),
                    recorded.targetId(),
                    recorded.before(),
                    recorded.after(),
                    recorded.reason(),
                    recorded.requestId(),
                    recorded.organisationPath(),
                    row.source(),
                    row.hash());
        }
    }

    record Statistics(List<AuditTrail.Count> items) {}

    @Allowed("audit.read")
    @GetMapping
    Page<Row> search(
            Caller caller,
            @ParameterObject @Valid AuditQuery query,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        Page<AuditRow> page = trail.search(query.filter(), caller.scope(), size, Cursor.parse(after, 2));
        return new Page<>(page.items().stream().map(Row::of).toList(), page.next());
    }

    @Allowed("audit.read")
    @GetMapping("/{id}")
    Row row(Caller caller, @PathVariable String id) {
        return trail.find(id, caller.scope()).map(Row::of).orElseThrow(ProblemException::notFound);
    }

    @Allowed("audit.read")
    @GetMapping("/statistics")
    Statistics statistics(Caller caller, @ParameterObject @Valid AuditQuery query) {
        return new Statistics(trail.statistics(query.filter(), caller.scope()));
    }
}
