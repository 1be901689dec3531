package org.linli.loan.calendar.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days the bank works: Monday to Friday but for holidays, and the weekend days that make up for them (调休).
 *
 * @param holidays days off, whatever their weekday
 * @param makeUpDays weekend days that are worked
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    /** No calendar has so many holidays in a row; whoever asks for more days than that has a broken one. */
    private static final int MOST_DAYS = 20_000;

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    public static WorkingDays weekdays() {
        return new WorkingDays(Set.of(), Set.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /**
     * The n-th working day after a day; with 0 the day itself if it is worked, else the next that is.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("workingDays: " + workingDays + " (expected: >= 0)");
        }
        LocalDate at = day;
        int left = workingDays;
        for (int step = 0; step < MOST_DAYS; step++) {
            if (left == 0 && isWorkingDay(at)) {
                return at;
            }
            at = at.plusDays(1);
            if (left > 0 && isWorkingDay(at)) {
                left--;
            }
        }
        throw new IllegalArgumentException("no " + workingDays + " working days after " + day);
    }

    /** How many working days lie after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
            days += isWorkingDay(at) ? 1 : 0;
        }
        return days;
    }
}
