package org.linli.geosearch.nearby;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;

/** Reads single values of a query string; out of range is refused with the field's name, never clamped. */
final class FieldReader {
    private static final int MAX_ECHO = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(\\.\\d{0,30})?([eE][-+]?\\d{1,3})?");

    private FieldReader() {}

    static double within(String field, @Nullable String text, double from, double to) {
        String expected = plain(from) + " to " + plain(to);
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw refused(field, text, expected);
        }
        double value = Double.parseDouble(text);
        if (!(value >= from && value <= to)) {
            throw refused(field, text, expected);
        }
        return value;
    }

    static int whole(String field, @Nullable String text, String absent, int from, int to) {
        double value = within(field, text == null ? absent : text, from, to);
        if (value != Math.rint(value)) {
            throw refused(field, text, "a whole number");
        }
        return (int) value;
    }

    static boolean flag(String field, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw refused(field, text, "true or false");
        }
        return "true".equals(text);
    }

    static <E extends Enum<E>> E oneOf(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(field, text, Arrays.toString(values)));
    }

    /** Repeats what was given only when it is short: an answer is no mirror. */
    static ProblemException refused(String field, @Nullable String given, String expected) {
        String echo = given == null || given.length() > MAX_ECHO ? "" : ": " + given;
        return ProblemException.invalidParameter(field, field + echo + " (expected: " + expected + ")");
    }

    private static String plain(double limit) {
        return String.valueOf((long) limit);
    }
}
