package org.linli.loan.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.loan.calendar.kernel.WorkingDays;
import org.springframework.stereotype.Component;

/** Which days the bank works. Of a year that nobody knows the weekends alone are free, and {@link #knows} says so. */
@Component
public class WorkingCalendar {
    private record Snapshot(Instant at, Map<Integer, List<SpecialDay>> years, WorkingDays days) {}

    private final CalendarYears years;
    private final Duration readEvery;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Map.of(), WorkingDays.weekdays());

    WorkingCalendar(CalendarYears years, CalendarSettings settings, Clock clock) {
        this.years = years;
        this.readEvery = settings.readEvery();
        this.clock = clock;
    }

    public WorkingDays days() {
        return current().days;
    }

    public boolean knows(int year) {
        return current().years.containsKey(year);
    }

    Map<Integer, List<SpecialDay>> years() {
        return current().years;
    }

    /** Replaces every year that the file names. @return the years */
    Set<Integer> take(CalendarFile file, String by) {
        Map<Integer, List<SpecialDay>> taken = CalendarYears.byYear(file);
        years.replace(taken, clock.instant().truncatedTo(ChronoUnit.MILLIS), by);
        snapshot = read();
        return taken.keySet();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        if (known.at.isBefore(clock.instant().minus(readEvery))) {
            known = read();
            snapshot = known;
        }
        return known;
    }

    private Snapshot read() {
        Map<Integer, List<SpecialDay>> all = years.all();
        return new Snapshot(
                clock.instant(),
                all,
                new WorkingDays(of(all, SpecialDay.Kind.HOLIDAY), of(all, SpecialDay.Kind.WORKING)));
    }

    private static Set<LocalDate> of(Map<Integer, List<SpecialDay>> years, SpecialDay.Kind kind) {
        return years.values().stream()
                .flatMap(List::stream)
                .filter(day -> day.kind() == kind)
                .map(SpecialDay::date)
                .collect(Collectors.toSet());
    }
}
