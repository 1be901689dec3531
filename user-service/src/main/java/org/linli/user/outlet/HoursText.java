package org.linli.user.outlet;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hours as files write them: {@code Mo-Fr 08:30-12:00,13:30-17:00; Sa 09:00-12:00}. Days are Mo Tu We Th Fr Sa Su, as
 * lists and ranges; {@code 24/7} is always; no text is no hours.
 */
public final class HoursText {
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String ALWAYS = "24/7";
    private static final String EVERY_MINUTE = "Mo-Su 00:00-24:00";

    private HoursText() {}

    /** @throws IllegalArgumentException when it is anything else, or says impossible hours */
    public static OpeningHours parse(String text) {
        if (text.isBlank()) {
            return OpeningHours.NONE;
        }
        String rules = text.strip().equals(ALWAYS) ? EVERY_MINUTE : text;
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String rule : rules.split(";", -1)) {
            String[] parts = rule.strip().split("\\s+", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("hours: " + rule.strip() + " (expected: DAYS HH:mm-HH:mm)");
            }
            List<Span> spans = spans(parts[1]);
            for (DayOfWeek day : days(parts[0])) {
                week.computeIfAbsent(day, none -> new ArrayList<>()).addAll(spans);
            }
        }
        return new OpeningHours(week);
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String span : text.split(",", -1)) {
            String[] ends = span.strip().split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("hours: " + span.strip() + " (expected: HH:mm-HH:mm)");
            }
            spans.add(Span.of(ends[0], ends[1]));
        }
        return spans;
    }

    private static List<DayOfWeek> days(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String range : text.split(",", -1)) {
            String[] ends = range.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("hours: " + range + " (expected: a day or two)");
            }
            int first = day(ends[0]);
            int last = day(ends[ends.length - 1]);
            if (last < first) {
                throw new IllegalArgumentException("hours: " + range + " (expected: the earlier day first)");
            }
            for (int day = first; day <= last; day++) {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }

    private static int day(String text) {
        int day = DAYS.indexOf(text);
        if (day < 0) {
            throw new IllegalArgumentException("hours: " + text + " (expected: one of " + DAYS + ")");
        }
        return day;
    }
}
