package org.linli.user.branch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;

/**
 * Which branches a list shows: with a point the nearest first (order: distance, id), without by name (order: name, id).
 *
 * @param text part of the name or address; empty matches all
 * @param after the cursor as received
 */
record BranchQuery(
        @Nullable GeoPoint from,
        String text,
        int size,
        @Nullable String after) {
    private static final String NEAREST = "d";
    private static final String BY_NAME = "n";

    /** A branch on the list; the distance only when the list has a point. */
    record Found(Branch branch, @Nullable Double distanceMeters) {}

    Page<Found> page(List<Branch> branches) {
        GeoPoint point = from;
        Cursor cursor = cursor(point == null ? BY_NAME : NEAREST);
        List<Found> rest = branches.stream()
                .filter(branch -> branch.isOpen() && matches(branch))
                .map(branch -> new Found(
                        branch, point == null ? null : branch.details().point().metersTo(point)))
                .filter(found -> cursor == null || comesAfter(found, cursor))
                .sorted(order())
                .limit(size + 1L)
                .toList();
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        List<Found> items = rest.subList(0, size);
        return new Page<>(items, cursorOf(items.get(size - 1)));
    }

    private @Nullable Cursor cursor(String kind) {
        Cursor cursor = Cursor.parse(after, 3);
        if (cursor != null && !cursor.text(0).equals(kind)) {
            throw ProblemException.invalidParameter("after", "a cursor of another list");
        }
        if (cursor != null && kind.equals(NEAREST)) {
            cursor.number(1);
        }
        return cursor;
    }

    private boolean matches(Branch branch) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return branch.details().name().toLowerCase(Locale.ROOT).contains(wanted)
                || branch.details().address().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Comparator<Found> order() {
        return Comparator.<Found>comparingDouble(found -> found.distanceMeters == null ? 0 : found.distanceMeters)
                .thenComparing(found ->
                        found.distanceMeters == null ? found.branch.details().name() : "")
                .thenComparing(found -> found.branch.id());
    }

    private static boolean comesAfter(Found found, Cursor cursor) {
        int byKey = found.distanceMeters == null
                ? found.branch.details().name().compareTo(cursor.text(1))
                : Double.compare(found.distanceMeters, cursor.number(1));
        return byKey > 0 || byKey == 0 && found.branch.id().compareTo(cursor.text(2)) > 0;
    }

    private static String cursorOf(Found last) {
        String id = last.branch.id();
        return last.distanceMeters == null
                ? Cursor.of(BY_NAME, last.branch.details().name(), id)
                : Cursor.of(NEAREST, last.distanceMeters.toString(), id);
    }
}
