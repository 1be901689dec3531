package org.linli.merchant.insight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A report as a table: a heading, a line each, and the sum. Amounts are in yuan, the way people read them. */
final class StatisticsTable {
    /** By it spreadsheets know UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final int FEN_DIGITS = 2;

    private StatisticsTable() {}

    static void write(
            Report report, String[] heading, String total, StatisticsExport.Format format, ByteArrayOutputStream out) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(Arrays.asList(heading)));
        report.lines().forEach(line -> rows.add(row(line.key(), line.name(), line.figures())));
        rows.add(row(total, null, report.total()));
        try {
            switch (format) {
                case csv -> csv(rows, out);
                case xlsx -> xlsx(rows, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> row(String key, @Nullable String name, Figures figures) {
        return Arrays.asList(
                key,
                name,
                figures.views(),
                figures.claims(),
                figures.redemptions(),
                figures.newCustomers(),
                figures.returningVisits(),
                figures.claimRate(),
                figures.redemptionRate(),
                figures.billed(),
                figures.billed() == 0 ? null : BigDecimal.valueOf(figures.turnoverFen(), FEN_DIGITS));
    }

    private static void csv(List<List<@Nullable Object>> rows, ByteArrayOutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(StatisticsTable::harmless).toList()));
        }
    }

    /** A text that begins like a formula would be computed on whoever's machine opens the file. */
    private static String harmless(@Nullable Object cell) {
        String text = Objects.toString(cell, "");
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Texts are inline: a sheet never takes one for a formula. */
    private static void xlsx(List<List<@Nullable Object>> rows, ByteArrayOutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "linli", "1.0")) {
            Worksheet sheet = book.newWorksheet("statistics");
            for (int line = 0; line < rows.size(); line++) {
                List<@Nullable Object> row = rows.get(line);
                for (int column = 0; column < row.size(); column++) {
                    if (row.get(column) instanceof Number number) {
                        sheet.value(line, column, number);
                    } else {
                        sheet.inlineString(line, column, Objects.toString(row.get(column), ""));
                    }
                }
            }
            sheet.finish();
        }
    }
}
