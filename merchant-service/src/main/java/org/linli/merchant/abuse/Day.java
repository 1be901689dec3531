package org.linli.merchant.abuse;

import java.time.Instant;
import java.time.ZoneId;

/** Days of the bank's calendar, counted from 1970-01-01. */
final class Day {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    private Day() {}

    static int of(Instant at) {
        return (int) at.atZone(BANK).toLocalDate().toEpochDay();
    }

    /** An alert about the same thing comes at most once in these. */
    static String month(Instant at) {
        return at.atZone(BANK).toLocalDate().toString().substring(0, 7);
    }
}
