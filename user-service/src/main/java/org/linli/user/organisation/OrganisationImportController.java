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
import org.linli.user.branch.Branches;
import org.linli.user.outlet.Outlets;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the rows of a file that describes the tree, a batch at a time. Repeated it changes nothing. */
@RestController
class OrganisationImportController {
    private static final int MAX_ROWS = 200;

    private final Branches branches;
    private final Outlets outlets;
    private final MessageSource messages;

    OrganisationImportController(Branches branches, Outlets outlets, MessageSource messages) {
        this.branches = branches;
        this.outlets = outlets;
        this.messages = messages;
    }

    record Batch(@NotNull @Size(min = 1, max = MAX_ROWS) List<@NotNull OrganisationRow> rows) {}

    record RejectedRow(@Nullable Long line, String code, String detail) {}

    /** How many nodes were made, and how many were there before; what staff changed since then stays changed. */
    record Answer(int created, int unchanged, List<RejectedRow> rejected) {}

    @Allowed("organisation.import")
    @PostMapping("/api/v1/admin/organisations/imports")
    Answer imports(Caller caller, @Valid @RequestBody Batch batch, Locale locale) {
        if (!caller.oversees(Branch.HEAD_OFFICE_PATH)) {
            throw ProblemException.forbidden();
        }
        OrganisationImport read = OrganisationImport.of(batch.rows(), present());
        int there = branches.insertNew(read.branches()).size()
                + outlets.insertNew(read.outlets()).size();
        int good = read.branches().size() + read.outlets().size();
        return new Answer(good - there, there + read.repeated(), rejected(read, locale));
    }

    private OrganisationImport.Present present() {
        return new OrganisationImport.Present(
                id -> branches.find(id).filter(Branch::isOpen).isPresent(),
                id -> branches.find(id).isPresent(),
                id -> outlets.find(id).isPresent());
    }

    private List<RejectedRow> rejected(OrganisationImport read, Locale locale) {
        return read.rejected().stream()
                .map(row -> {
                    String code = row.fault().code();
                    return new RejectedRow(row.line(), code, messages.getMessage("import." + code, null, locale));
                })
                .toList();
    }
}
