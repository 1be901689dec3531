package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
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

    private final StaffImport imports;
    private final StaffTable table;
    private final AuditNotes notes;

    StaffFileController(StaffImport imports, StaffTable table, AuditNotes notes) {
        this.imports = imports;
        this.table = table;
        this.notes = notes;
    }

    record Batch(@NotNull @Size(min = 1, max = MAX_ROWS) List<@NotNull StaffRow> rows) {}

    record Answer(int hired, List<StaffImport.Outcome> rows) {}

    @Allowed("staff.manage")
    @PostMapping("/imports")
    Answer importRows(Caller caller, @Valid @RequestBody Batch batch, Locale locale) {
        List<StaffImport.Outcome> outcomes = batch.rows().stream()
                .map(row -> imports.hire(caller, row, locale))
                .toList();
        return new Answer(StaffImport.hired(outcomes), outcomes);
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
