package org.linli.geosearch.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The public holidays, and the weekend days on which the country works instead; as the State Council announces them each
 * year.
 */
public final class Holidays {
    public static final Holidays NONE = new Holidays(Set.of(), Set.of());
    private static final int MOST_DAYS = 60;

    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workingDays;

    private Holidays(Set<LocalDate> holidays, Set<LocalDate> workingDays) {
        this.holidays = holidays;
        this.workingDays = workingDays;
    }

    /**
     * @param holidays dates or ranges, {@code 2026-10-01/2026-10-07}, both ends included
     * @throws IllegalArgumentException naming what is no such thing
     */
    public static Holidays of(List<String> holidays, List<String> workingDays) {
        return new Holidays(days(holidays), days(workingDays));
    }

    private static Set<LocalDate> days(List<String> ranges) {
        Set<LocalDate> days = new HashSet<>();
        for (String range : ranges) {
            String[] ends = range.strip().split("/", -1);
            try {
                LocalDate first = LocalDate.parse(ends[0]);
                LocalDate last = LocalDate.parse(ends[ends.length - 1]);
                if (ends.length > 2 || last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
                    throw new IllegalArgumentException("holiday: " + range + " (expected: yyyy-MM-dd[/yyyy-MM-dd])");
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("holiday: " + range + " (expected: yyyy-MM-dd[/yyyy-MM-dd])", e);
            }
        }
        return Set.copyOf(days);
    }

    /** Monday 0 to Sunday 6, or {@link ShopSpan#HOLIDAY}; a weekend day on which the country works is a Monday. */
    int kindOf(LocalDate day) {
        if (holidays.contains(day)) {
            return ShopSpan.HOLIDAY;
        }
        DayOfWeek counts = workingDays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
        return counts.getValue() - 1;
    }
}
