package org.linli.merchant.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.linli.starter.web.ProblemException;

/** Checks a range of business dates, both included. */
final class Span {
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private Span() {}

    static void check(LocalDate from, LocalDate to, int mostDays) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw wrong("from", from + " (expected: a date from " + EARLIEST + " on)");
        }
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= mostDays) {
            throw wrong("to", to + " (expected: not before from, at most " + mostDays + " days)");
        }
    }

    private static ProblemException wrong(String field, String detail) {
        return ProblemException.invalidParameter(field, detail);
    }
}
