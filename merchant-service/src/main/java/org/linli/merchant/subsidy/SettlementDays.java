package org.linli.merchant.subsidy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a business day in Asia/Shanghai takes lines, and when it has all of them (rule M-3). */
record SettlementDays(Duration closesAfter, Duration servedAfter) {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    static LocalDate dayOf(Instant at) {
        return at.atZone(BANK).toLocalDate();
    }

    /** Its own day; the running one where that is closed, so that no file changes that somebody may have. */
    LocalDate bookedOn(Instant happenedAt, Instant now) {
        LocalDate own = dayOf(happenedAt);
        return now.isBefore(closes(own)) ? own : dayOf(now);
    }

    /** Whether nothing can be added any more. */
    boolean isOver(LocalDate day, Instant now) {
        return !now.isBefore(closes(day).plus(servedAfter));
    }

    private Instant closes(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BANK).toInstant().plus(closesAfter);
    }
}
