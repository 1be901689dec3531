package org.linli.merchant.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.events.OfferEvent.Hours;

/**
 * Opening hours as shops write them: {@code 周一至周五 9:00-18:00；周末 10:00-22:00}, {@code Mo-Fr 08:30-12:00,13:30-17:00},
 * {@code 17:30-02:00} every day, {@code 24小时}; {@code 节假日} or {@code PH} are public holidays. What is not understood as a
 * whole is not known at all: half of a shop's hours would be worse than none.
 */
final class OpeningText {
    private static final List<String> CODES = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH");
    private static final List<String> NAMES =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "HOLIDAY");
    private static final int SUNDAY = 6;
    private static final int MOST_SPANS = 48;
    private static final int DAY = 24 * 60;

    /** In this order: the longer words first. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("营业时间[:：]?", ""),
            Map.entry("法定节假日|节假日|节日", "PH"),
            Map.entry("每天|每日|天天|全周", "Mo-Su "),
            Map.entry("工作日|平日", "Mo-Fr "),
            Map.entry("周末", "Sa-Su "),
            Map.entry("24/7|24小时营业|24小时|全天", "00:00-24:00"),
            Map.entry("(?:周|星期|礼拜)一", "Mo"),
            Map.entry("(?:周|星期|礼拜)二", "Tu"),
            Map.entry("(?:周|星期|礼拜)三", "We"),
            Map.entry("(?:周|星期|礼拜)四", "Th"),
            Map.entry("(?:周|星期|礼拜)五", "Fr"),
            Map.entry("(?:周|星期|礼拜)六", "Sa"),
            Map.entry("(?:周|星期|礼拜)[日天]", "Su"),
            Map.entry("次日|凌晨|\\+", ""),
            Map.entry("[至到~～—–－]", "-"),
            Map.entry("：", ":"),
            Map.entry("[，、]", ","),
            Map.entry("[；\n]", ";"));

    private static final String SPAN = "\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}";
    private static final String SOME_DAYS = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)";
    private static final Pattern RULE = Pattern.compile(
            "(" + SOME_DAYS + "(?:\\s*[-,]\\s*" + SOME_DAYS + ")*)?[\\s:]*(" + SPAN + "(?:[,\\s]+" + SPAN + ")*)");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    private OpeningText() {}

    /** Empty when it cannot be understood. */
    static Optional<List<Hours>> read(String text) {
        String plain = text.strip();
        for (Map.Entry<String, String> word : WORDS) {
            plain = plain.replaceAll(word.getKey(), word.getValue());
        }
        List<Hours> hours = new ArrayList<>();
        for (String rule : plain.split(";")) {
            Matcher parts = RULE.matcher(rule.strip());
            if (rule.isBlank()) {
                continue;
            }
            if (!parts.matches() || !add(days(parts.group(1)), parts.group(2), hours)) {
                return Optional.empty();
            }
        }
        return hours.isEmpty() || hours.size() > MOST_SPANS ? Optional.empty() : Optional.of(List.copyOf(hours));
    }

    private static List<Integer> days(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return IntStream.rangeClosed(0, SUNDAY).boxed().toList();
        }
        List<Integer> days = new ArrayList<>();
        for (String range : text.split(",")) {
            String[] ends = range.split("-");
            int first = CODES.indexOf(ends[0].strip());
            int last = CODES.indexOf(ends[ends.length - 1].strip());
            // 周六至周一 goes over the end of the week; a range with holidays in it is none.
            int length = last >= first ? last - first : last + SUNDAY + 1 - first;
            for (int day = first; day <= first + length; day++) {
                days.add(first > SUNDAY ? first : day % (SUNDAY + 1));
            }
        }
        return days;
    }

    private static boolean add(List<Integer> days, String spans, List<Hours> hours) {
        Matcher times = TIMES.matcher(spans);
        while (times.find()) {
            int from = minute(times.group(1), times.group(2));
            int until = minute(times.group(3), times.group(4));
            if (from < 0 || from >= DAY || until < 0 || from == until) {
                return false;
            }
            days.forEach(day -> hours.add(new Hours(NAMES.get(day), clock(from), clock(until))));
        }
        return true;
    }

    /** @return -1 for no time of day */
    private static int minute(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return minutes <= DAY && Integer.parseInt(minute) < 60 ? minutes : -1;
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
