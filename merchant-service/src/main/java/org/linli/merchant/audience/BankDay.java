package org.linli.merchant.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the bank's calendar, counted from 1970-01-01. */
final class BankDay {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    private BankDay() {}

    static int of(Instant at) {
        return (int) at.atZone(BANK).toLocalDate().toEpochDay();
    }

    static int year(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }
}
