package org.linli.geosearch.index;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a merchant's opening hours as the index keeps it: a range of minutes, in which every kind of day (Monday to
 * Sunday, then public holidays) has room for two days. So what runs on over midnight stays with the day on which it
 * began, whatever day follows: the small hours after a holiday are the holiday's.
 *
 * @param gte first minute
 * @param lt minute after the last one
 */
public record ShopSpan(int gte, int lt) {
    /** The kind of day after Sunday. */
    public static final int HOLIDAY = 7;

    static final int DAY = 24 * 60;
    private static final int ROOM = 2 * DAY;

    /**
     * From clock times ({@code 24:00} is an end); an end not later than the beginning is on the next day.
     *
     * @param kindOfDay Monday is 0, Sunday 6, {@link #HOLIDAY} 7
     */
    public static ShopSpan of(int kindOfDay, String from, String until) {
        int begin = WeekSpan.minute(from);
        int end = WeekSpan.minute(until);
        return new ShopSpan(minute(kindOfDay, begin), minute(kindOfDay, end <= begin ? end + DAY : end));
    }

    static int minute(int kindOfDay, int minute) {
        return kindOfDay * ROOM + minute;
    }

    boolean holds(int minute) {
        return gte <= minute && minute < lt;
    }

    private Optional<ShopSpan> onHolidays() {
        int sunday = minute(HOLIDAY - 1, 0);
        return gte >= sunday && gte < sunday + ROOM
                ? Optional.of(new ShopSpan(gte + ROOM, lt + ROOM))
                : Optional.empty();
    }

    /** Who says nothing of public holidays keeps them like Sundays. */
    public static List<ShopSpan> withHolidays(List<ShopSpan> week) {
        boolean told = week.stream().anyMatch(span -> span.gte >= minute(HOLIDAY, 0));
        return told
                ? week
                : java.util.stream.Stream.concat(
                                week.stream(),
                                week.stream().map(ShopSpan::onHolidays).flatMap(Optional::stream))
                        .toList();
    }
}
