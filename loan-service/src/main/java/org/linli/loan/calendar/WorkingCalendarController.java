package org.linli.loan.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar, for staff. */
@RestController
@RequestMapping("/api/v1/admin/working-calendar")
class WorkingCalendarController {
    private static final String BANK = "/hq/";
    private static final int MOST_NAMED = 100;

    private final WorkingCalendar calendar;
    private final MessageSource messages;

    WorkingCalendarController(WorkingCalendar calendar, MessageSource messages) {
        this.calendar = calendar;
        this.messages = messages;
    }

    /** The special days of a year; {@code known} false when only weekends are taken off in it. */
    @Allowed("working-calendar.read")
    @GetMapping
    YearView year(@RequestParam @Min(2000) @Max(2100) int year) {
        return new YearView(year, calendar.knows(year), calendar.years().getOrDefault(year, List.of()));
    }

    /** Takes a CSV {@code date,kind,name} and replaces every year that it names; a file with a bad row changes nothing. */
    @Allowed("working-calendar.import")
    @PostMapping("/imports")
    Imported take(@RequestBody String csv, Caller caller, Locale locale) {
        if (!caller.oversees(BANK)) {
            throw ProblemException.forbidden();
        }
        CalendarFile file = CalendarFile.read(csv);
        if (!file.badRows().isEmpty() || file.days().isEmpty()) {
            throw ProblemException.refused("calendar-not-understood", named(file, locale));
        }
        return new Imported(calendar.take(file, caller.subject()), file.days().size());
    }

    private List<FieldProblem> named(CalendarFile file, Locale locale) {
        return file.badRows().stream()
                .limit(MOST_NAMED)
                .map(row -> new FieldProblem(
                        "line " + row.line(), row.code(), messages.getMessage("calendar." + row.code(), null, locale)))
                .toList();
    }

    record YearView(int year, boolean known, List<SpecialDay> days) {}

    record Imported(Set<Integer> years, int days) {}
}
