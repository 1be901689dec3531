package org.linli.localstack.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Rows of a file that describes the bank's organisation tree. Columns: {@code id}, {@code kind} (branch or outlet),
 * {@code parent_id} (of an outlet), {@code name}, {@code address}, the position, {@code radius_m} (of a branch),
 * {@code hours} and {@code machines} (of an outlet), {@code effective_on} (when it opens, opened, or changes).
 */
final class OrganisationFile {
    private static final String BRANCH = "branch";
    private static final String OUTLET = "outlet";

    /** Outlets are sent after the branches that they hang below. */
    static final Comparator<PlaceRow> BRANCHES_FIRST = Comparator.comparing(row -> !BRANCH.equals(row.category()));

    private OrganisationFile() {}

    /** What only such a row has, as the platform takes it. */
    static Map<String, Object> more(NamedCsvRecord row) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("id", CsvFile.required(row, "id"));
        String kind = kind(row);
        more.put("kind", kind);
        if (kind.equals(OUTLET)) {
            more.put("parentId", CsvFile.required(row, "parent_id"));
            put(more, "hours", CsvFile.optional(row, "hours"));
            put(more, "machines", CsvFile.optional(row, "machines"));
        } else if (!CsvFile.optional(row, "radius_m").isEmpty()) {
            more.put("radiusMeters", radius(CsvFile.optional(row, "radius_m")));
        }
        put(more, "effectiveOn", date(CsvFile.optional(row, "effective_on")));
        return more;
    }

    static String kind(NamedCsvRecord row) {
        String kind = CsvFile.required(row, "kind").toLowerCase(Locale.ROOT);
        if (!kind.equals(BRANCH) && !kind.equals(OUTLET)) {
            throw new IllegalArgumentException("kind: " + kind + " (expected: branch or outlet)");
        }
        return kind;
    }

    private static int radius(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("radius_m: " + text + " (expected: 2000 to 3000)");
        }
        return Integer.parseInt(text);
    }

    private static String date(String text) {
        if (!text.isEmpty() && !text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("effective_on: " + text + " (expected: a date such as 2026-12-01)");
        }
        return text;
    }

    private static void put(Map<String, Object> more, String name, String value) {
        if (!value.isEmpty()) {
            more.put(name, value);
        }
    }
}
