package org.linli.merchant.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class ImportController {
    private static final int MAX_ROWS = 200;

    private final Importing importing;

    ImportController(Importing importing) {
        this.importing = importing;
    }

    @Allowed("merchant.import")
    @PostMapping("/api/v1/admin/merchants/imports")
    Importing.Report take(@RequestBody @Valid Batch batch, Caller caller) {
        return importing.take(batch.rows, caller);
    }

    record Batch(@NotNull @Size(min = 1, max = MAX_ROWS) List<@NotNull JsonNode> rows) {}
}
