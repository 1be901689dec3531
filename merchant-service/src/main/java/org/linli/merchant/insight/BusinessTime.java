package org.linli.merchant.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where an instant falls in the bank's calendar. */
final class BusinessTime {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    static LocalDate day(Instant at) {
        return at.atZone(BANK).toLocalDate();
    }

    /** 0 to 23. */
    static int hour(Instant at) {
        return at.atZone(BANK).getHour();
    }
}
