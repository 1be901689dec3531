package org.linli.merchant.offer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.starter.web.FieldProblem;

/**
 * When coupons may be redeemed, every week, Asia/Shanghai (rule M-2). Each span is half-open; none at all means always.
 */
record WeeklyHours(List<HoursSpan> spans) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int MOST_SPANS = 42;
    private static final int MOST_SPANS_A_DAY = 6;
    static final WeeklyHours ALWAYS = new WeeklyHours(List.of());

    WeeklyHours {
        spans = List.copyOf(spans);
    }

    boolean isOpen(Instant now) {
        ZonedDateTime local = now.atZone(ZONE);
        int minute = (local.getDayOfWeek().getValue() - 1) * HoursSpan.DAY + local.getHour() * 60 + local.getMinute();
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.holds(minute));
    }

    List<FieldProblem> problems() {
        List<FieldProblem> found = new ArrayList<>();
        if (spans.stream().anyMatch(span -> span.minutes() == 0)) {
            found.add(problem("until other than from; 00:00 to 24:00 is the whole day"));
        }
        Map<DayOfWeek, Long> perDay =
                spans.stream().collect(Collectors.groupingBy(HoursSpan::day, Collectors.counting()));
        if (perDay.values().stream().anyMatch(count -> count > MOST_SPANS_A_DAY)) {
            found.add(problem("at most " + MOST_SPANS_A_DAY + " spans a day"));
        }
        overlap().ifPresent(found::add);
        return found;
    }

    /** The first one; there may be hundreds. */
    private Optional<FieldProblem> overlap() {
        for (int i = 1; i < spans.size(); i++) {
            HoursSpan span = spans.get(i);
            for (HoursSpan earlier : spans.subList(0, i)) {
                if (span.overlaps(earlier)) {
                    return Optional.of(problem("no overlap like " + earlier.text() + " and " + span.text()));
                }
            }
        }
        return Optional.empty();
    }

    private static FieldProblem problem(String expected) {
        return new FieldProblem("weeklyHours", "invalid", "(expected: " + expected + ")");
    }
}
