package org.linli.loan.marketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.table.TableFormat;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much was walked, and what came of it. */
@RestController
@RequestMapping("/api/v1/admin/marketing")
class MarketingFiguresController {
    private static final int MOST_DAYS = 366;

    private final MarketingFigures figures;
    private final AuditNotes notes;
    private final MessageSource messages;

    MarketingFiguresController(MarketingFigures figures, AuditNotes notes, MessageSource messages) {
        this.figures = figures;
        this.notes = notes;
        this.messages = messages;
    }

    record Weeks(LocalDate monday, List<MarketingFigures.Week> items) {}

    /** Everybody's week in scope against the minimum. */
    @Allowed("marketing.read")
    @GetMapping("/weeks/{monday}")
    Weeks week(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate monday, Caller caller) {
        return new Weeks(monday, figures.week(new BusinessWeek(monday), caller));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversionView(
            String managerId,
            String areaId,
            int visits,
            int minutes,
            int merchants,
            int applications,
            @Nullable BigDecimal applicationPercent,
            int loans,
            @Nullable BigDecimal loanPercent) {
        static ConversionView of(Conversion line) {
            return new ConversionView(
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
    }

    record Conversions(LocalDate from, LocalDate to, List<ConversionView> items) {}

    /** Visit, application, loan per manager and area; both days included, at most a year. */
    @Allowed("marketing.read")
    @GetMapping("/conversions")
    Conversions conversions(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Caller caller) {
        check(from, to);
        List<ConversionView> lines = figures.conversions(from, to, caller).stream()
                .map(ConversionView::of)
                .toList();
        return new Conversions(from, to, lines);
    }

    /** The same as a file; taking it along is on record before it leaves (rule P-3). */
    @Allowed("marketing.export")
    @GetMapping("/conversions/export")
    ResponseEntity<byte[]> export(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "csv") TableFormat format,
            Caller caller,
            Locale locale) {
        check(from, to);
        String heading = Objects.requireNonNull(messages.getMessage("marketing.columns", null, locale));
        byte[] file = ConversionTable.of(figures.conversions(from, to, caller), heading.split(","), format);
        AuditView about = AuditView.of("marketing", caller.firstNode())
                .with("format", format)
                .with("from", from)
                .with("to", to);
        notes.write("marketing-figures-exported", caller.subject(), about);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"conversions." + format + "\"")
                .body(file);
    }

    private static void check(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ProblemException.invalidParameter(
                    "to", to + " (expected: not before from, at most " + MOST_DAYS + " days)");
        }
    }
}
