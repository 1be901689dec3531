package org.linli.user.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.branch.Branch;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the rows of a file that describes the tree, a batch at a time. Repeated it changes nothing. */
@RestController
class OrganisationImportController {
    private static final int MAX_ROWS = 200;

    private final OrganisationIntake intake;
    private final MessageSource messages;

    OrganisationImportController(OrganisationIntake intake, MessageSource messages) {
        this.intake = intake;
        this.messages = messages;
    }

    record Batch(@NotNull @Size(min = 1, max = MAX_ROWS) List<@NotNull OrganisationRow> rows) {}

    record RejectedRow(@Nullable Long line, String code, String detail) {}

    /** How many nodes were made, changed, or stayed as they were. */
    record Answer(int created, int changed, int unchanged, List<RejectedRow> rejected) {}

    @Allowed("organisation.import")
    @PostMapping("/api/v1/admin/organisations/imports")
    Answer imports(Caller caller, @Valid @RequestBody Batch batch, Locale locale) {
        if (!caller.oversees(Branch.HEAD_OFFICE_PATH)) {
            throw ProblemException.forbidden();
        }
        OrganisationIntake.Report report = intake.take(batch.rows());
        List<RejectedRow> rejected = report.rejected().stream()
                .map(row -> rejected(row.line(), row.fault().code(), locale))
                .toList();
        return new Answer(report.created(), report.changed(), report.unchanged(), rejected);
    }

    private RejectedRow rejected(@Nullable Long line, String code, Locale locale) {
        return new RejectedRow(line, code, messages.getMessage("import." + code, null, locale));
    }
}
