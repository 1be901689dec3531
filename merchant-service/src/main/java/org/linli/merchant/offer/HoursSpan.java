package org.linli.merchant.offer;

import java.time.DayOfWeek;

/**
 * A piece of every week, local time. Minutes and not clock times, because 24:00 is an end and no time of day.
 *
 * @param from minute of the day, inclusive
 * @param minutes how long; beyond midnight it reaches into the next day
 */
record HoursSpan(DayOfWeek day, int from, int minutes) {
    static final int DAY = 24 * 60;
    static final int WEEK = 7 * DAY;

    /** From two clock times; one that ends before it begins ends on the next day. Length 0 is a {@link WeeklyHours} problem. */
    static HoursSpan of(DayOfWeek day, String from, String until) {
        int begin = minute(from);
        int end = minute(until);
        return new HoursSpan(day, begin, end < begin ? end + DAY - begin : end - begin);
    }

    private static int minute(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    /** Minute of the week, Monday 00:00 being 0. */
    int start() {
        return (day.getValue() - 1) * DAY + from;
    }

    boolean holds(int minuteOfWeek) {
        return Math.floorMod(minuteOfWeek - start(), WEEK) < minutes;
    }

    boolean overlaps(HoursSpan other) {
        return holds(other.start()) || other.holds(start());
    }

    String opens() {
        return clock(from);
    }

    String closes() {
        int end = from + minutes;
        return clock(end > DAY ? end - DAY : end);
    }

    String text() {
        return day + " " + opens() + "-" + closes();
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
