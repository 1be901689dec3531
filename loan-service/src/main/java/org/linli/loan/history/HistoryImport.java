package org.linli.loan.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.loan.policy.kernel.Fact;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** Takes over loans of the past; repeatable without duplicates, with every row that is no case named. */
@Component
class HistoryImport {
    private static final int MOST_ROWS = 5_000;

    private final PastLoans loans;
    private final AuditNotes notes;

    HistoryImport(PastLoans loans, AuditNotes notes) {
        this.loans = loans;
        this.notes = notes;
    }

    /**
     * @param unknownFacts of accepted rows: how often a field said nothing readable, by fact
     * @param rejected rows that are no cases
     */
    record Report(int created, int unchanged, Map<Fact, Integer> unknownFacts, List<Rejected> rejected) {}

    /** @param line of the file, the heading being the first */
    record Rejected(long line, String why) {}

    Report run(String csv, String by) {
        List<PastLoan> readable = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (NamedCsvRecord row : rows(csv)) {
            try {
                readable.add(SbaMapping.loan(column -> field(row, column)));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected(row.getStartingLineNumber(), String.valueOf(e.getMessage())));
            }
        }
        Map<Fact, Integer> unknown = new LinkedHashMap<>();
        readable.forEach(loan -> SbaMapping.unknown(loan).forEach(fact -> unknown.merge(fact, 1, Integer::sum)));
        int known = loans.add(readable).size();
        notes.write(
                "past-loans-imported",
                "history",
                AuditView.of("past-loans", "/hq/")
                        .with("by", by)
                        .with("created", readable.size() - known)
                        .with("rejected", rejected.size()));
        return new Report(readable.size() - known, known, unknown, rejected);
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElseThrow(() -> new IllegalArgumentException(column + ": no such column"));
    }

    private static List<NamedCsvRecord> rows(String csv) {
        String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = reader.stream().limit(MOST_ROWS + 1L).toList();
            if (rows.size() > MOST_ROWS) {
                throw ProblemException.invalidParameter("body", "more rows than " + MOST_ROWS);
            }
            return rows;
        } catch (CsvParseException | java.io.IOException e) {
            throw ProblemException.invalidParameter("body", "no CSV with a heading");
        }
    }
}
