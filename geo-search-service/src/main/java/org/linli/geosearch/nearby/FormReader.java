package org.linli.geosearch.nearby;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.SearchText;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;

/** Checks a search as received: out of range is refused with the field's name, never clamped. */
final class FormReader {
    private static final double MIN_RADIUS_METERS = 100;
    private static final double MAX_RADIUS_METERS = 5_000;
    private static final int MAX_KEYWORD_LENGTH = 50;
    private static final int MAX_ECHO = 40;
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(\\.\\d{0,30})?([eE][-+]?\\d{1,3})?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final SearchForm form;

    private FormReader(SearchForm form) {
        this.form = form;
    }

    /** @throws ProblemException 400 naming the first field at fault */
    static NearbyQuery read(SearchForm form, String list) {
        return new FormReader(form).query(list);
    }

    private NearbyQuery query(String list) {
        Crs crs = form.crs() == null ? Crs.GCJ02 : oneOf("crs", form.crs(), Crs.values());
        GeoPoint point = point(crs);
        if (point == null && form.branchId() == null) {
            throw ProblemException.invalidParameter("lat", "absent (expected: lat and lng, or branchId)");
        }
        sort();
        return new NearbyQuery(
                crs,
                point,
                radius(),
                branchId(),
                category(),
                form.kind() == null ? null : oneOf("kind", form.kind(), OfferKind.values()),
                words(),
                size(),
                ExactPosition.parse(form.after(), list));
    }

    private @Nullable GeoPoint point(Crs crs) {
        if (form.lat() == null && form.lng() == null) {
            return null;
        }
        return GeoPoint.of(degrees("lat", form.lat(), 90), degrees("lng", form.lng(), 180), crs);
    }

    private static double degrees(String field, @Nullable String text, int limit) {
        return within(field, text, -limit, limit);
    }

    private @Nullable Double radius() {
        return form.radius() == null ? null : within("radius", form.radius(), MIN_RADIUS_METERS, MAX_RADIUS_METERS);
    }

    private int size() {
        double size = within("size", form.size() == null ? Page.DEFAULT_SIZE : form.size(), 1, Page.MAX_SIZE);
        if (size != Math.rint(size)) {
            throw refused("size", form.size(), "a whole number");
        }
        return (int) size;
    }

    private @Nullable String branchId() {
        String id = form.branchId();
        if (id != null && !ID.matcher(id).matches()) {
            throw refused("branchId", id, "a branch's id");
        }
        return id;
    }

    private @Nullable String category() {
        String given = form.category();
        return given == null
                ? null
                : Category.named(given)
                        .orElseThrow(() -> refused("category", given, Category.codes()))
                        .chinese();
    }

    private void sort() {
        if (form.sort() != null && !form.sort().equals("distance")) {
            throw refused("sort", form.sort(), "distance");
        }
    }

    private List<String> words() {
        String typed = form.q();
        if (typed == null) {
            return List.of();
        }
        boolean readable = typed.codePoints().noneMatch(c -> c == REPLACEMENT_CHARACTER || Character.isISOControl(c));
        if (!readable || typed.codePointCount(0, typed.length()) > MAX_KEYWORD_LENGTH) {
            throw refused("q", null, "1 to " + MAX_KEYWORD_LENGTH + " characters");
        }
        List<String> words = SearchText.words(typed);
        if (words.isEmpty()) {
            throw refused("q", typed, "1 to " + MAX_KEYWORD_LENGTH + " characters");
        }
        return words;
    }

    private static double within(String field, @Nullable String text, double from, double to) {
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

    private static String plain(double limit) {
        return String.valueOf((long) limit);
    }

    private static <E extends Enum<E>> E oneOf(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(field, text, Arrays.toString(values)));
    }

    /** Repeats what was given only when it is short: an answer is no mirror. */
    private static ProblemException refused(String field, @Nullable String given, String expected) {
        String echo = given == null || given.length() > MAX_ECHO ? "" : ": " + given;
        return ProblemException.invalidParameter(field, field + echo + " (expected: " + expected + ")");
    }
}
