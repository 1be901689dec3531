package org.linli.user.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff as a file: rows in, a table out. */
@RestController
@RequestMapping("/api/v1/admin/staff")
class StaffFileController {
    private static final int MAX_ROWS = 200;

    private final Staff staff;
    private final StaffTable table;
    private final AuditNotes notes;
    private final MessageSource messages;

    StaffFileController(Staff staff, StaffTable table, AuditNotes notes, MessageSource messages) {
        this.staff = staff;
        this.table = table;
        this.notes = notes;
        this.messages = messages;
    }

    record Row(
            @NotNull @Pattern(regexp = StaffForms.USERNAME) String username,

            @NotBlank @Size(max = 50) @Pattern(regexp = "\\P{Cntrl}*") String displayName,

            @NotNull @Size(min = 1, max = 12) List<@NotNull @Pattern(regexp = StaffForms.ROLE) String> roles,

            @NotNull @Pattern(regexp = StaffForms.NODE) String organisationId) {
        StaffMember.Place place() {
            return new StaffMember.Place(
                    organisationId,
                    roles.stream()
                            .map(role -> Assignment.of(role, organisationId))
                            .toList());
        }
    }

    record Batch(
            @NotNull @Size(min = 1, max = MAX_ROWS) @Valid List<@NotNull Row> rows) {}

    /**
     * What became of a row.
     *
     * @param initialPassword told this once; to be changed at the first login
     * @param code why nobody was hired
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            String username,
            @Nullable String id,
            @Nullable String initialPassword,
            @Nullable String code,
            @Nullable String detail) {
        @Override
        public String toString() {
            return "Outcome[hidden]";
        }
    }

    record Answer(int hired, List<Outcome> rows) {}

    @Allowed("staff.manage")
    @PostMapping("/imports")
    Answer importRows(Caller caller, @Valid @RequestBody Batch batch, Locale locale) {
        List<Outcome> outcomes =
                batch.rows().stream().map(row -> hire(caller, row, locale)).toList();
        return new Answer(
                (int) outcomes.stream().filter(one -> one.code() == null).count(), outcomes);
    }

    private Outcome hire(Caller caller, Row row, Locale locale) {
        if (!caller.oversees(Organisations.pathOf(row.organisationId()))) {
            return refused(row, "forbidden", locale);
        }
        String password = StaffTable.initialPassword();
        Staffing result = staff.hire(
                caller,
                new Staff.Candidate(row.username(), password, row.displayName().strip(), row.place()));
        return result.fold(
                member -> new Outcome(row.username(), member.id(), password, null, null),
                why -> refused(row, StaffForms.problem(why).code(), locale));
    }

    private Outcome refused(Row row, String code, Locale locale) {
        String detail = messages.getMessage("problem." + code, null, code, locale);
        return new Outcome(row.username(), null, null, code, detail);
    }

    /** On record before the first byte leaves. */
    @Allowed("staff.export")
    @GetMapping("/export")
    ResponseEntity<byte[]> export(Caller caller) {
        String place = caller.scope().stream().findFirst().orElseThrow(ProblemException::forbidden);
        StaffTable.Table written = table.of(caller.scope());
        notes.write(
                "staff-exported",
                caller.subject(),
                AuditView.of("staff", place).with("rows", written.rows()).with("scope", caller.scope()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"staff.csv\"")
                .body(written.text().getBytes(StandardCharsets.UTF_8));
    }
}
