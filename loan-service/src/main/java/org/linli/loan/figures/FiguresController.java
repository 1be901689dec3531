package org.linli.loan.figures;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.loan.figures.ClockFigures.By;
import org.linli.loan.figures.ClockFigures.Line;
import org.linli.loan.figures.ClockFigures.Report;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.table.TableFormat;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clocks' dashboard (rule L-40, part). */
@RestController
@RequestMapping("/api/v1/admin/loan-figures")
class FiguresController {
    private static final int MOST_DAYS = 366;

    private final ClockFigures figures;
    private final AuditNotes notes;
    private final MessageSource messages;

    FiguresController(ClockFigures figures, AuditNotes notes, MessageSource messages) {
        this.figures = figures;
        this.notes = notes;
        this.messages = messages;
    }

    /** What was submitted on the business days from {@code from} to {@code to}, both included, at most 366 of them. */
    @Allowed("loan-figures.read")
    @GetMapping
    ReportView report(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "BRANCH") By by,
            Caller caller) {
        return ReportView.of(figures.of(checked(from, to), to, by, caller));
    }

    /** The same as a file. Taking it along is on record before it leaves (rule P-3). */
    @Allowed("loan-figures.read")
    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "BRANCH") By by,
            @RequestParam(defaultValue = "csv") TableFormat format,
            Caller caller,
            Locale locale) {
        byte[] file = file(figures.of(checked(from, to), to, by, caller), format, locale);
        note(from, to, format, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"loan-figures." + format + "\"")
                .body(file);
    }

    private byte[] file(Report report, TableFormat format, Locale locale) {
        return FiguresTable.write(
                report, text("figures.columns", locale).split(","), text("figures.total", locale), format);
    }

    private void note(LocalDate from, LocalDate to, TableFormat format, Caller caller) {
        notes.write(
                "loan-figures-exported",
                from + "/" + to,
                AuditView.of("loan-figures", caller.firstNode()).with("format", format));
    }

    private static LocalDate checked(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.invalidParameter(
                    "to", to + " (expected: 1 to " + MOST_DAYS + " days from " + from + ")");
        }
        return from;
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }

    record ReportView(LocalDate from, LocalDate to, By by, List<LineView> lines, LineView total) {
        static ReportView of(Report report) {
            return new ReportView(
                    report.from(),
                    report.to(),
                    report.by(),
                    report.lines().stream().map(LineView::of).toList(),
                    LineView.of(report.total()));
        }
    }

    /**
     * Rates in percent and working days are decimal strings.
     *
     * @param key the branch, account manager (empty while nobody is named), product or month
     * @param withinPromise whether the average to the decision is 15 working days or less (rule L-1)
     */
    record LineView(
            String key,
            int applications,
            int withdrawn,
            int decided,
            int approved,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal approvalRatePercent,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal workingDaysToDecision,

            @Nullable Boolean withinPromise,
            Map<String, String> workingDaysByStage,
            int breaches) {
        static LineView of(Line line) {
            Tally.Figures figures = line.figures();
            Map<String, String> byStage = new TreeMap<>();
            figures.workingDays().forEach((stage, days) -> byStage.put(stage.name(), days.toPlainString()));
            return new LineView(
                    line.key(),
                    figures.applications(),
                    figures.withdrawn(),
                    figures.decided(),
                    figures.approved(),
                    figures.approvalRatePercent(),
                    figures.workingDaysToDecision(),
                    line.withinPromise(),
                    byStage,
                    figures.breaches());
        }
    }
}
