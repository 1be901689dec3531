package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of what a member may do and where; never by the member themselves. */
@RestController
@RequestMapping("/api/v1/admin/staff/{id}")
class StaffChangeController {
    private final Staff staff;
    private final Organisations organisations;
    private final Clock clock;

    StaffChangeController(Staff staff, Organisations organisations, Clock clock) {
        this.staff = staff;
        this.organisations = organisations;
        this.clock = clock;
    }

    record Assignments(
            @NotNull @Size(min = 1, max = StaffMember.MOST_ASSIGNMENTS) @Valid List<StaffController.@NotNull Post> assignments) {
        List<Assignment> in(Organisations tree) {
            return assignments.stream().map(post -> post.in(tree)).toList();
        }
    }

    record Home(@NotNull @Pattern(regexp = StaffForms.NODE) String organisationId) {}

    record Absence(
            @NotNull OffsetDateTime from,
            @NotNull OffsetDateTime until,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String deputyId) {}

    record Related(
            @NotNull @Size(max = StaffMember.MOST_RELATED) List<@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String> merchantIds) {}

    record Password(@NotNull @Size(max = 128) String password) {
        @Override
        public String toString() {
            return "Password[hidden]";
        }
    }

    @Allowed("staff.manage")
    @PutMapping("/assignments")
    StaffForms.Answer assign(Caller caller, @PathVariable String id, @Valid @RequestBody Assignments form) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        List<Assignment> wanted = form.in(organisations);
        wanted.forEach(one -> StaffForms.requireScope(caller, one.path()));
        return StaffForms.answer(staff.assign(caller, member, wanted), clock.instant());
    }

    @Allowed("staff.manage")
    @PutMapping("/organisation")
    StaffForms.Answer move(Caller caller, @PathVariable String id, @Valid @RequestBody Home form) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        Node home = organisations.node(form.organisationId());
        StaffForms.requireScope(caller, home.path());
        return StaffForms.answer(staff.move(caller, member, home), clock.instant());
    }

    @Allowed("staff.manage")
    @PutMapping("/leave")
    StaffForms.Answer goOnLeave(Caller caller, @PathVariable String id, @Valid @RequestBody Absence form) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        Leave leave = new Leave(form.from().toInstant(), form.until().toInstant(), form.deputyId());
        return StaffForms.answer(staff.goOnLeave(caller, member, leave), clock.instant());
    }

    @Allowed("staff.manage")
    @DeleteMapping("/leave")
    StaffForms.Answer returnEarly(Caller caller, @PathVariable String id) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        return StaffForms.answer(staff.returnEarly(caller, member), clock.instant());
    }

    /** Merchants of their own or of relatives, on which they never decide (rule P-2). */
    @Allowed("staff.manage")
    @PutMapping("/related-merchants")
    StaffForms.Answer relate(Caller caller, @PathVariable String id, @Valid @RequestBody Related form) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        return StaffForms.answer(staff.relate(caller, member, form.merchantIds()), clock.instant());
    }

    /** Ends all their logins; the new password is to be changed at the next one. */
    @Allowed("staff.manage")
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(Caller caller, @PathVariable String id, @Valid @RequestBody Password form) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        StaffForms.requireLength(form.password());
        StaffForms.answer(staff.resetPassword(caller, member, form.password()), clock.instant());
    }
}
