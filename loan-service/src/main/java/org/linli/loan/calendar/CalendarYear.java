package org.linli.loan.calendar;

import java.time.Instant;
import java.util.List;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/** The special days of one year as somebody imported them; its id is the year. */
@Document(CalendarYear.COLLECTION)
class CalendarYear extends AggregateRoot {
    static final String COLLECTION = "loan_calendar_years";

    private List<SpecialDay> days;
    private Instant importedAt;
    private String importedBy;

    @PersistenceCreator
    CalendarYear(String id, List<SpecialDay> days, Instant importedAt, String importedBy) {
        super(id);
        this.days = List.copyOf(days);
        this.importedAt = importedAt;
        this.importedBy = importedBy;
    }

    static CalendarYear of(int year, List<SpecialDay> days, Instant at, String by) {
        return new CalendarYear(String.valueOf(year), days, at, by);
    }

    void replace(List<SpecialDay> newDays, Instant at, String by) {
        days = List.copyOf(newDays);
        importedAt = at;
        importedBy = by;
    }

    int year() {
        return Integer.parseInt(id());
    }

    List<SpecialDay> days() {
        return days;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("working-calendar", "/hq/")
                .with("days", days)
                .with("importedAt", importedAt)
                .with("importedBy", importedBy);
    }
}
