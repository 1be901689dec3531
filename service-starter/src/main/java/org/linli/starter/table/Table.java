package org.linli.starter.table;

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

/**
 * A heading and lines below it, small enough for memory. Numbers stay numbers, whatever else is text, null is nothing.
 */
public final class Table {
    private final String name;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /** @param name of the sheet */
    public Table(String name, String... heading) {
        this.name = name;
        rows.add(new ArrayList<>(Arrays.asList(heading)));
    }

    public void add(List<@Nullable Object> row) {
        rows.add(row);
    }

    public byte[] write(TableFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (format) {
                case csv -> csv(out);
                case xlsx -> xlsx(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void csv(ByteArrayOutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(CsvCell.BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvCell::harmless).toList()));
        }
    }

    /** Texts are inline: a sheet never takes one for a formula. */
    private void xlsx(ByteArrayOutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "linli", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
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
