package org.linli.user.branch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the rows of a file, a batch at a time. */
@RestController
class BranchImportController {
    private static final int MAX_ROWS = 200;

    private final Branches branches;
    private final MessageSource messages;

    BranchImportController(Branches branches, MessageSource messages) {
        this.branches = branches;
        this.messages = messages;
    }

    record Batch(
            @NotNull @Size(min = 1, max = MAX_ROWS) @Valid List<BranchImport.@NotNull Row> rows) {}

    record RejectedRow(@Nullable Long line, String code, String detail) {}

    record Answer(int created, int unchanged, List<RejectedRow> rejected) {}

    @Allowed("branch.manage")
    @PostMapping("/api/v1/admin/branches/imports")
    Answer imports(Caller caller, @Valid @RequestBody Batch batch, Locale locale) {
        if (!caller.oversees(Branch.HEAD_OFFICE_PATH)) {
            throw ProblemException.forbidden();
        }
        Branches.Imported imported = branches.importRows(batch.rows());
        List<RejectedRow> rejected =
                imported.rejected().stream().map(row -> rejected(row, locale)).toList();
        return new Answer(imported.created(), imported.unchanged(), rejected);
    }

    private RejectedRow rejected(BranchImport.Rejected row, Locale locale) {
        String code = row.fault().code();
        return new RejectedRow(row.line(), code, messages.getMessage("import." + code, null, locale));
    }
}
