package org.linli.merchant.participation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.table.CsvCell;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A campaign's figures as a file. Taking it along is on record before it leaves (rule P-3). */
@Component
class FiguresExport {
    private final AuditNotes notes;
    private final MessageSource messages;

    FiguresExport(AuditNotes notes, MessageSource messages) {
        this.notes = notes;
        this.messages = messages;
    }

    byte[] csv(Campaign campaign, Figures.Report report, Locale locale) {
        byte[] file = write(report, locale);
        notes.write(
                "campaign-report-exported",
                campaign.id(),
                AuditView.of("campaign", campaign.organisationPath()).with("format", "csv"));
        return file;
    }

    private byte[] write(Figures.Report report, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(CsvCell.BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(text("campaign.report.columns", locale).split(","));
                row(csv, text("campaign.report.total", locale), "", "", report.participations(), report.participants());
                report.days().forEach(line -> people(csv, text("campaign.report.day", locale), line));
                report.scenes().forEach(line -> people(csv, text("campaign.report.scene", locale), line));
                report.prizes().forEach(line -> prize(csv, text("campaign.report.prize", locale), line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void people(CsvWriter csv, String section, Figures.Line line) {
        row(csv, section, line.key(), line.name(), line.participations(), line.participants());
    }

    private static void prize(CsvWriter csv, String section, Figures.PrizeLine line) {
        row(csv, section, line.prizeId(), line.name(), "", "", line.issued(), line.undelivered(), line.left());
    }

    private static void row(CsvWriter csv, @Nullable Object... cells) {
        List<String> texts = Arrays.stream(cells).map(CsvCell::harmless).toList();
        csv.writeRecord(texts);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
