package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {
    private static final int MAX_ROWS = 200;

    private final ApplicationImport applicationImport;

    ImportController(ApplicationImport applicationImport) {
        this.applicationImport = applicationImport;
    }

    /** Takes over up to 200 applications; repeatable without duplicates. Bad rows are in the answer, with their line. */
    @Allowed("loan-application.import")
    @PostMapping("/api/v1/admin/loan-applications/imports")
    ImportReport run(@Valid @RequestBody Form form, Caller caller, Locale locale) {
        return applicationImport.run(form.rows(), caller, locale);
    }

    record Form(@NotNull @Size(min = 1, max = MAX_ROWS) List<@NotNull ImportRow> rows) {}
}
