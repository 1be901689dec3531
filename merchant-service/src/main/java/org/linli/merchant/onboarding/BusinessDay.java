package org.linli.merchant.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The bank's calendar: a business date is a date in Shanghai, not an instant. */
final class BusinessDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessDay() {}

    static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
