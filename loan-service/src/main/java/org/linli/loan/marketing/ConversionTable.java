package org.linli.loan.marketing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Conversion figures as a file: a heading and a line each. */
final class ConversionTable {
    /** By it spreadsheets know UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ConversionTable() {}

    /** The names are those of the parameter. */
    enum Format {
        csv("text/csv;charset=UTF-8"),
        xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    static byte[] of(List<Conversion> figures, String[] heading, Format format) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(Arrays.asList(heading)));
        figures.forEach(line -> rows.add(row(line)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (format) {
                case csv -> csv(rows, out);
                case xlsx -> xlsx(rows, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<@Nullable Object> row(Conversion line) {
        return Arrays.asList(
                line.managerId(),
                line.areaId(),
                line.visits(),
                line.minutes(),
                line.merchants(),
                line.applications(),
                line.applicationPercent(),
                line.loans(),
                line.loanPercent());
    }

    private static void csv(List<List<@Nullable Object>> rows, ByteArrayOutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(row ->
                    csv.writeRecord(row.stream().map(ConversionTable::harmless).toList()));
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
            Worksheet sheet = book.newWorksheet("conversion");
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
