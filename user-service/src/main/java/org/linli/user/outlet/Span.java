package org.linli.user.outlet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a minute of the day, inclusive, to another, exclusive. Minutes and not clock times, because 24:00 is an end and
 * no time of day.
 */
public record Span(int from, int to) {
    private static final int DAY = 24 * 60;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    public Span {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException(
                    "hours: " + clock(from) + "-" + clock(to) + " (expected: from before to, 24:00 at most)");
        }
    }

    /** From two clock times such as {@code 08:30} and {@code 24:00}. */
    static Span of(String from, String to) {
        return new Span(minute(from), minute(to));
    }

    private static int minute(String clock) {
        Matcher time = TIME.matcher(clock.strip());
        if (!time.matches()) {
            throw new IllegalArgumentException("hours: " + clock + " (expected: HH:mm)");
        }
        return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }

    boolean holds(int minute) {
        return from <= minute && minute < to;
    }

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    String opens() {
        return clock(from);
    }

    String closes() {
        return clock(to);
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
