package org.linli.user.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.linli.events.AuditRecorded;
import org.linli.starter.table.CsvCell;

/** Writes rows as a table while they come; nothing is kept in memory until the end. */
interface AuditExport extends AutoCloseable {
    List<String> HEADING = List.of(
            "organisation",
            "seq",
            "at",
            "actor",
            "actorKind",
            "roles",
            "actorOrganisation",
            "onBehalfOf",
            "action",
            "targetType",
            "targetId",
            "before",
            "after",
            "reason",
            "requestId",
            "organisationPath",
            "source",
            "eventId",
            "previousHash",
            "hash");
    DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    void line(List<String> cells);

    @Override
    void close();

    default void row(AuditRow row) {
        AuditRecorded recorded = row.recorded();
        line(List.of(
                recorded.organisation(),
                String.valueOf(row.seq()),
                TIME.format(recorded.at()),
                recorded.actor().subject(),
                recorded.actor().kind(),
                String.join(" ", recorded.actor().roles()),
                Objects.toString(recorded.actor().organisation(), ""),
                Objects.toString(recorded.actor().onBehalfOf(), ""),
                recorded.action(),
                recorded.targetType(),
                recorded.targetId(),
                facts(recorded.before()),
                facts(recorded.after()),
                Objects.toString(recorded.reason(), ""),
                Objects.toString(recorded.requestId(), ""),
                recorded.organisationPath(),
                row.source(),
                row.eventId(),
                row.previousHash(),
                row.hash()));
    }

    private static String facts(Map<String, String> facts) {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** With a byte-order mark, by which spreadsheets know UTF-8, and no cell that one would take for a formula. */
    static AuditExport csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(CsvCell.BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        return new AuditExport() {
            @Override
            public void line(List<String> cells) {
                csv.writeRecord(cells.stream().map(CsvCell::harmless).toList());
            }

            @Override
            public void close() {
                try {
                    csv.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Every cell is text; a sheet never takes it for a formula. */
    static AuditExport xlsx(OutputStream out) {
        Workbook book = new Workbook(out, "linli", "1.0");
        Worksheet sheet = book.newWorksheet("audit");
        return new AuditExport() {
            private static final int FLUSH_EVERY = 500;
            private int line;

            @Override
            public void line(List<String> cells) {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.inlineString(line, column, cells.get(column));
                }
                if (++line % FLUSH_EVERY == 0) {
                    try {
                        sheet.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }

            @Override
            public void close() {
                try {
                    sheet.finish();
                    book.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
