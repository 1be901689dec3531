package org.linli.merchant.offer;

import java.time.Instant;
import java.time.LocalDate;

/** At most so many coupons of one offer on one day, Asia/Shanghai (rule M-2). */
public record DailyLimit(int coupons) {
    /** The day to whose account a claim at this moment goes. */
    public LocalDate dayOf(Instant claimedAt) {
        return claimedAt.atZone(WeeklyHours.ZONE).toLocalDate();
    }

    /** Whether one more is too many, when so many were claimed on that day. */
    public boolean isReached(int claimedOnThatDay) {
        return claimedOnThatDay >= coupons;
    }
}
