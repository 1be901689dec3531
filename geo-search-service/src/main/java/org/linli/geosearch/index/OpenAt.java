package org.linli.geosearch.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment as hours are asked for it, Asia/Shanghai.
 *
 * @param minuteOfWeek for the hours of offers, which know no holidays: the shop redeems by the day of the week
 * @param shop for the hours that began today, see {@link ShopSpan}
 * @param shopSinceYesterday for those that began yesterday and run on over midnight
 */
public record OpenAt(int minuteOfWeek, int shop, int shopSinceYesterday) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public static OpenAt of(Instant now, Holidays holidays) {
        ZonedDateTime there = now.atZone(SHANGHAI);
        LocalDate today = there.toLocalDate();
        int minute = there.getHour() * 60 + there.getMinute();
        return new OpenAt(
                WeekSpan.minuteOfWeek(now),
                ShopSpan.minute(holidays.kindOf(today), minute),
                ShopSpan.minute(holidays.kindOf(today.minusDays(1)), minute + ShopSpan.DAY));
    }

    /** Whether a merchant with these hours is open; null = not known, then nobody is kept from it. */
    boolean isShopOpen(@Nullable List<ShopSpan> hours) {
        if (hours == null) {
            return true;
        }
        for (ShopSpan span : hours) {
            if (span.holds(shop) || span.holds(shopSinceYesterday)) {
                return true;
            }
        }
        return false;
    }
}
