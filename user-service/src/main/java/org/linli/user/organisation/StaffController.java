package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
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
    private final Staff staff;
    private final StaffSearch search;
    private final Organisations organisations;
    private final Clock clock;

    StaffController(Staff staff, StaffSearch search, Organisations organisations, Clock clock) {
        this.staff = staff;
        this.search = search;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** A role somewhere. */
    record Post(
            @NotNull @Pattern(regexp = StaffForms.ROLE) String role,
            @NotNull @Pattern(regexp = StaffForms.NODE) String organisationId) {
        Assignment in(Organisations tree) {
            return tree.node(organisationId).post(role);
        }
    }

    /**
     * Someone to hire.
     *
     * @param roles held where the member is at home
     * @param assignments further roles, also elsewhere; one of both is needed
     */
    record Form(
            @NotNull @Pattern(regexp = StaffForms.USERNAME) String username,

            @NotNull @Size(max = 128) String password,

            @NotBlank @Size(max = 50) @Pattern(regexp = "\\P{Cntrl}*") String displayName,

            @Nullable @Size(max = 12) List<@NotNull @Pattern(regexp = StaffForms.ROLE) String> roles,

            @Nullable @Size(max = StaffMember.MOST_ASSIGNMENTS) @Valid List<@NotNull Post> assignments,

            @NotNull @Pattern(regexp = StaffForms.NODE) String organisationId) {
        StaffMember.Place place(Organisations tree) {
            Node home = tree.node(organisationId);
            Stream<Assignment> here =
                    roles == null ? Stream.of() : roles.stream().map(home::post);
            Stream<Assignment> more =
                    assignments == null ? Stream.of() : assignments.stream().map(post -> post.in(tree));
            return new StaffMember.Place(
                    home, Stream.concat(here, more).distinct().toList());
        }
    }

    @Allowed("staff.manage")
    @PostMapping
    ResponseEntity<StaffForms.Answer> hire(Caller caller, @Valid @RequestBody Form form) {
        StaffMember.Place place = form.place(organisations);
        place.nodes().forEach(node -> StaffForms.requireScope(caller, node.path()));
        StaffForms.requireSome("roles", place.assignments());
        StaffForms.requireLength(form.password());
        Candidate candidate = new Candidate(
                form.username(), form.password(), form.displayName().strip(), place);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(StaffForms.answer(staff.hire(caller, candidate), clock.instant()));
    }

    @Allowed("staff.read")
    @GetMapping
    Page<StaffForms.Answer> list(
            Caller caller,
            @RequestParam @Nullable @Size(min = 1, max = 50) String q,
            @RequestParam @Nullable @Pattern(regexp = StaffForms.ROLE) String role,
            @RequestParam StaffMember.@Nullable Status status,
            @RequestParam @Nullable @Pattern(regexp = StaffForms.NODE) String organisationId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        StaffSearch.Filter filter = new StaffSearch.Filter(q, role, status, organisationId);
        List<StaffForms.Answer> found =
                search.find(caller.scope(), filter, cursor == null ? null : cursor.text(0), size + 1).stream()
                        .map(member -> StaffForms.Answer.of(member, clock.instant()))
                        .toList();
        return StaffForms.page(found, size, StaffForms.Answer::username);
    }

    @Allowed("staff.read")
    @GetMapping("/{id}")
    StaffForms.Answer one(Caller caller, @PathVariable String id) {
        return StaffForms.Answer.of(StaffForms.overseen(caller, staff.findById(id)), clock.instant());
    }

    /** How many have which role where, among those the caller oversees. */
    @Allowed("staff.read")
    @GetMapping("/statistics")
    Page<StaffSearch.Count> statistics(Caller caller) {
        return new Page<>(search.statistics(caller.scope()), null);
    }

    @Allowed("staff.manage")
    @PostMapping("/{id}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Caller caller, @PathVariable String id) {
        StaffMember member = StaffForms.overseen(caller, staff.findById(id));
        Staffing result = staff.letGo(caller, member);
        if (result instanceof Staffing.Refused refused) {
            throw StaffForms.problem(refused.why());
        }
    }
}
