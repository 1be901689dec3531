package org.linli.geosearch.index;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A piece of every week, Asia/Shanghai, as the index keeps it: a range of minutes, Monday 00:00 being 0.
 *
 * @param gte first minute
 * @param lt minute after the last one, at most the week's length: what runs on into Monday is two pieces
 */
public record WeekSpan(int gte, int lt) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** From clock times of a day ({@code 24:00} is an end); an end not later than the beginning is on the next day. */
    public static List<WeekSpan> of(int dayOfWeek, String from, String until) {
        int begin = (dayOfWeek - 1) * DAY + minute(from);
        int end = (dayOfWeek - 1) * DAY + minute(until);
        if (end <= begin) {
            end += DAY;
        }
        return end <= WEEK
                ? List.of(new WeekSpan(begin, end))
                : List.of(new WeekSpan(begin, WEEK), new WeekSpan(0, end - WEEK));
    }

    /** The minute of the week in which this moment lies. */
    public static int minuteOfWeek(Instant now) {
        ZonedDateTime there = now.atZone(SHANGHAI);
        return (there.getDayOfWeek().getValue() - 1) * DAY + there.getHour() * 60 + there.getMinute();
    }

    boolean holds(int minuteOfWeek) {
        return gte <= minuteOfWeek && minuteOfWeek < lt;
    }

    static int minute(String clock) {
        int minute = Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3, 5));
        if (minute < 0 || minute > DAY) {
            throw new IllegalArgumentException("clock: " + clock + " (expected: 00:00 to 24:00)");
        }
        return minute;
    }
}
