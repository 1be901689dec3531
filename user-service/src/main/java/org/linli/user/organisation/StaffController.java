package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hiring, listing and letting go, each within the caller's data scope (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/staff")
class StaffController {
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 72;

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    record Form(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,31}") String username,

            @NotNull String password,

            @NotBlank @Size(max = 50) @Pattern(regexp = "\\P{Cntrl}*") String displayName,

            @NotNull @Size(min = 1, max = 12) List<@NotNull StaffRole> roles,

            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String organisationId) {}

    record Answer(
            String id,
            String username,
            String displayName,
            List<StaffRole> roles,
            String organisationId,
            boolean enabled) {
        static Answer of(StaffMember member) {
            return new Answer(
                    member.id(),
                    member.username(),
                    member.displayName(),
                    member.roles(),
                    member.organisationId(),
                    member.enabled());
        }
    }

    /** BCrypt looks at 72 bytes and no further. */
    static boolean isPassword(String text) {
        return text.length() >= SHORTEST_PASSWORD && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
    }

    @Allowed("staff.manage")
    @PostMapping
    ResponseEntity<Answer> hire(Caller caller, @Valid @RequestBody Form form) {
        requireScope(caller, Organisations.pathOf(form.organisationId()));
        if (!isPassword(form.password())) {
            throw ProblemException.invalidParameter("password", "(expected: 10 characters to 72 bytes)");
        }
        Staff.Candidate candidate = new Staff.Candidate(
                form.username(), form.password(), form.displayName().strip(), form.roles(), form.organisationId());
        return staff.hire(candidate)
                .fold(member -> ResponseEntity.status(HttpStatus.CREATED).body(Answer.of(member)), why -> {
                    throw problem(why);
                });
    }

    private static ProblemException problem(Hiring.Refusal why) {
        return switch (why) {
            case USERNAME_TAKEN -> ProblemException.conflict("username-taken");
            case ORGANISATION_UNKNOWN -> ProblemException.refused("organisation-unknown");
            case ROLE_OF_HEAD_OFFICE -> ProblemException.refused("role-of-head-office");
        };
    }

    @Allowed("staff.read")
    @GetMapping
    Page<Answer> list(
            Caller caller,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Answer> found = staff.below(caller.scope(), cursor == null ? null : cursor.text(0), size + 1).stream()
                .map(Answer::of)
                .toList();
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, size), Cursor.of(found.get(size - 1).username()));
    }

    @Allowed("staff.manage")
    @PostMapping("/{id}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Caller caller, @PathVariable String id) {
        StaffMember member = staff.findById(id)
                .filter(found -> caller.oversees(found.organisationPath()))
                .orElseThrow(ProblemException::notFound);
        staff.deactivate(member.id());
    }

    private static void requireScope(Caller caller, String path) {
        if (!caller.oversees(path)) {
            throw ProblemException.forbidden();
        }
    }
}
