package org.linli.loan.marketing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.linli.starter.web.ProblemException;

/** Business dates and weeks of Shanghai. */
record BusinessWeek(LocalDate monday) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    BusinessWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw ProblemException.invalidParameter("monday", monday + " (expected: a Monday)");
        }
    }

    static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    LocalDate sunday() {
        return monday.plusDays(6);
    }
}
