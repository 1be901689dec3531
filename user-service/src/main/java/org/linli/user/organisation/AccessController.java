package org.linli.user.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.access.Endpoints;
import org.linli.user.access.Permissions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what, and why: within the caller's data scope (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/access")
class AccessController {
    private final Access access;
    private final Staff staff;
    private final Organisations organisations;
    private final Permissions permissions;
    private final Endpoints endpoints;

    AccessController(
            Access access, Staff staff, Organisations organisations, Permissions permissions, Endpoints endpoints) {
        this.access = access;
        this.staff = staff;
        this.organisations = organisations;
        this.permissions = permissions;
        this.endpoints = endpoints;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(
            String role,
            String organisationId,
            @Nullable String deputyFor,
            @Nullable Set<String> permissions) {
        static Source of(Grant grant, boolean withPermissions) {
            return new Source(
                    grant.from().role(),
                    grant.from().organisationId(),
                    grant.deputyFor(),
                    withPermissions ? new TreeSet<>(grant.permissions()) : null);
        }
    }

    record Row(String staffId, String username, String displayName, Set<String> permissions, List<Source> because) {
        static Row of(Access.Row row) {
            Set<String> all = new TreeSet<>();
            row.grants().forEach(grant -> all.addAll(grant.permissions()));
            return new Row(
                    row.member().id(),
                    row.member().username(),
                    row.member().displayName(),
                    all,
                    row.grants().stream().map(grant -> Source.of(grant, true)).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            boolean allowed, Decision.@Nullable Reason whyNot, List<Source> because, List<String> endpoints) {}

    @Allowed("access.read")
    @GetMapping("/matrix")
    Page<Row> matrix(
            Caller caller,
            @RequestParam @Pattern(regexp = StaffForms.NODE) String organisationId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        String path = overseenPath(caller, organisationId);
        Cursor cursor = Cursor.parse(after, 1);
        List<Row> rows = access.matrix(caller.scope(), path, cursor == null ? null : cursor.text(0), size + 1).stream()
                .map(Row::of)
                .toList();
        return StaffForms.page(rows, size, Row::username);
    }

    @Allowed("access.read")
    @GetMapping("/explanation")
    Explanation explain(
            Caller caller,
            @RequestParam @Size(max = 64) String staffId,
            @RequestParam @Size(max = 64) String permission,
            @RequestParam @Pattern(regexp = StaffForms.NODE) String organisationId) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(staffId));
        String path = overseenPath(caller, organisationId);
        if (permissions.named(permission).isEmpty()) {
            throw ProblemException.refused("permission-unknown");
        }
        Decision decision = access.explain(member, permission, path);
        List<Source> because = decision.because().stream()
                .map(grant -> Source.of(grant, false))
                .toList();
        return new Explanation(decision.isAllowed(), decision.whyNot(), because, endpoints.openedBy(permission));
    }

    private String overseenPath(Caller caller, String organisationId) {
        String path = organisations.node(organisationId).path();
        if (!caller.oversees(path) || !organisations.exists(organisationId)) {
            throw ProblemException.notFound();
        }
        return path;
    }
}
