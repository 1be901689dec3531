package org.linli.localstack.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file of the bank's staff. Columns: {@code username}, {@code display_name}, {@code organisation_id} (where
 * at home, a node of any level) and {@code roles}, parted by {@code ;}, each held at home or, with {@code @NODE}, elsewhere.
 */
final class StaffFile {
    private StaffFile() {}

    /** Every row is in one of both. */
    record Content(List<Map<String, Object>> rows, List<RejectedRow> rejected) {}

    static Content read(Path file) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<RejectedRow> rejected = new CsvFile(file).each(row -> rows.add(body(row)));
        return new Content(rows, rejected);
    }

    private static Map<String, Object> body(NamedCsvRecord row) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("line", row.getStartingLineNumber());
        body.put("username", CsvFile.required(row, "username"));
        body.put("displayName", CsvFile.required(row, "display_name"));
        body.put("organisationId", CsvFile.required(row, "organisation_id"));
        body.put(
                "roles",
                Arrays.stream(CsvFile.required(row, "roles").split(";"))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .toList());
        return body;
    }
}
