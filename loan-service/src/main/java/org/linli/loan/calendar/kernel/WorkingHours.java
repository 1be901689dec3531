package org.linli.loan.calendar.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the working days, in one time zone.
 *
 * @param opens begin of each working day
 * @param closes end of each working day, later than {@code opens}
 */
public record WorkingHours(WorkingDays days, LocalTime opens, LocalTime closes, ZoneId zone) {
    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens: " + opens + " (expected: before " + closes + ")");
        }
    }

    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The end of the n-th working day after the day of an instant. */
    public Instant closingAfter(Instant from, int workingDays) {
        return closing(days.plus(dateOf(from), workingDays));
    }

    private Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    /** The working time from one instant to a later one; nothing when it is not later. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = dateOf(to);
        for (LocalDate day = dateOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (days.isWorkingDay(day)) {
                sum = sum.plus(shared(opening(day), closing(day), from, to));
            }
        }
        return sum;
    }

    private static Duration shared(Instant opening, Instant closing, Instant from, Instant to) {
        Instant begin = opening.isAfter(from) ? opening : from;
        Instant end = closing.isBefore(to) ? closing : to;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    /** When so much working time has passed since an instant. */
    public Instant plus(Instant from, Duration workingTime) {
        Duration left = workingTime;
        LocalDate day = days.plus(dateOf(from), 0);
        while (true) {
            Instant begin = opening(day).isAfter(from) ? opening(day) : from;
            Duration today = Duration.between(begin, closing(day));
            if (!today.isNegative() && left.compareTo(today) <= 0) {
                return begin.plus(left);
            }
            left = today.isNegative() ? left : left.minus(today);
            day = days.plus(day, 1);
        }
    }

    /** How long one working day is. */
    public Duration perDay() {
        return Duration.between(opens, closes);
    }
}
