package org.linli.user.outlet;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When an outlet is open, by weekday and local time; a day that is not named is closed. */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {
    static final int MOST_SPANS_A_DAY = 3;

    /** Never open, or nobody has said. */
    public static final OpeningHours NONE = new OpeningHours(Map.of());

    public OpeningHours {
        Map<DayOfWeek, List<Span>> checked = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                checked.put(day, checked(day, spans));
            }
        });
        week = Collections.unmodifiableMap(checked);
    }

    private static List<Span> checked(DayOfWeek day, List<Span> spans) {
        List<Span> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingInt(Span::from));
        if (ordered.size() > MOST_SPANS_A_DAY) {
            throw new IllegalArgumentException(
                    "hours: " + ordered.size() + " spans on " + day + " (expected: at most " + MOST_SPANS_A_DAY + ")");
        }
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i - 1).overlaps(ordered.get(i))) {
                throw new IllegalArgumentException("hours: spans on " + day + " overlap");
            }
        }
        return List.copyOf(ordered);
    }

    List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** Whether it is open at this minute of this day. */
    boolean isOpenAt(DayOfWeek day, int minute) {
        return on(day).stream().anyMatch(span -> span.holds(minute));
    }
}
