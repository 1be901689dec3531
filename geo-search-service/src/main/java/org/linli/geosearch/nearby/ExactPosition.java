package org.linli.geosearch.nearby;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.ProblemException;

/** A place in the exact order of a list: by distance, then by id (rule G-1). Travels as the cursor. */
record ExactPosition(double meters, String id) implements Comparable<ExactPosition> {
    private static final Comparator<ExactPosition> ORDER =
            Comparator.comparingDouble(ExactPosition::meters).thenComparing(ExactPosition::id);

    @Override
    public int compareTo(ExactPosition other) {
        return ORDER.compare(this, other);
    }

    /** @param list keeps a cursor of one list from being used for another */
    String cursor(String list) {
        return Cursor.of(list, Double.toString(meters), id);
    }

    /** @throws ProblemException 400 for anything that {@link #cursor} did not make for this list */
    static @Nullable ExactPosition parse(@Nullable String after, String list) {
        Cursor cursor = Cursor.parse(after, 3);
        if (cursor == null) {
            return null;
        }
        double meters = cursor.number(1);
        boolean ours = cursor.text(0).equals(list)
                && meters >= 0
                && Double.toString(meters).equals(cursor.text(1))
                && !cursor.text(2).isEmpty();
        if (!ours) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
        return new ExactPosition(meters, cursor.text(2));
    }
}
