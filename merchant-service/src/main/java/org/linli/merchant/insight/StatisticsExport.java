package org.linli.merchant.insight;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.table.TableFormat;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes a file of a report. Taking it along is on record before it leaves (rule P-3). */
@Component
class StatisticsExport {
    private final AuditNotes notes;
    private final MessageSource messages;

    StatisticsExport(AuditNotes notes, MessageSource messages) {
        this.notes = notes;
        this.messages = messages;
    }

    /**
     * @param about whose figures they are
     * @param organisationPath where the note belongs
     */
    ResponseEntity<byte[]> file(
            Report report, Enum<?> by, TableFormat format, String about, String organisationPath, Locale locale) {
        byte[] file = StatisticsTable.write(report, heading(by, locale), text("statistics.total", locale), format);
        notes.write(
                "statistics-exported",
                about,
                AuditView.of("statistics", organisationPath)
                        .with("format", format)
                        .with("from", report.from())
                        .with("to", report.to())
                        .with("by", by));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics." + format + "\"")
                .body(file);
    }

    private String[] heading(Enum<?> by, Locale locale) {
        String[] columns = text("statistics.columns", locale).split(",");
        return Stream.concat(Stream.of(text("statistics.by." + by.name(), locale)), Stream.of(columns))
                .toArray(String[]::new);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
