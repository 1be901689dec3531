package org.linli.user.branch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The bank's calendar: a business date is a date in Shanghai, not an instant. */
public final class BusinessDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FARTHEST_YEARS = 2;

    /** Before it there is no bank whose opening anybody would note. */
    private static final int EARLIEST_YEAR = 1900;

    private BusinessDay() {}

    /** Whether something may be planned for this date: today or later, and not so late that it must be a mistake. */
    public static boolean canPlan(@Nullable LocalDate on, LocalDate today) {
        return on == null || !on.isBefore(today) && !on.isAfter(today.plusYears(FARTHEST_YEARS));
    }

    /** Whether something may have begun on this date, or be planned for it. */
    static boolean canBegin(@Nullable LocalDate on, LocalDate today) {
        return on == null || on.getYear() >= EARLIEST_YEAR && !on.isAfter(today.plusYears(FARTHEST_YEARS));
    }

    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
