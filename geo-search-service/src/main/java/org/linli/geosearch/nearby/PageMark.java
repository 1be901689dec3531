package org.linli.geosearch.nearby;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * Where a page ends. As a cursor it names its list and its query, and lives for a bounded time: what came first may have
 * changed since.
 *
 * @param withTypos whether the first page found something only by forgiving an error
 */
record PageMark(ExactPosition position, boolean withTypos) {
    private static final int PARTS = 6;

    /** @param query of which list and of which question, see {@link NearbyQuery#fingerprint} */
    String cursor(String query, Instant now) {
        return Cursor.of(
                query,
                Long.toString(now.getEpochSecond()),
                withTypos ? "1" : "0",
                Long.toString(position.rank()),
                Double.toString(position.meters()),
                position.id());
    }

    /** @throws ProblemException 400 for anything that {@link #cursor} did not make for this query, or made too long ago */
    static @Nullable PageMark parse(@Nullable String after, Supplier<String> query, Instant now, Duration life) {
        Cursor cursor = Cursor.parse(after, PARTS);
        if (cursor == null) {
            return null;
        }
        if (!cursor.text(0).equals(query.get())) {
            throw ProblemException.invalidParameter("after", "a cursor of another query");
        }
        long issued = whole(cursor, 1);
        double meters = cursor.number(4);
        boolean ours = issued >= 0
                && issued <= now.getEpochSecond() + life.toSeconds()
                && cursor.text(2).matches("[01]")
                && meters >= 0
                && Double.toString(meters).equals(cursor.text(4))
                && !cursor.text(5).isEmpty();
        if (!ours) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
        if (Instant.ofEpochSecond(issued).plus(life).isBefore(now)) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "cursor-expired");
        }
        return new PageMark(
                new ExactPosition(whole(cursor, 3), meters, cursor.text(5)),
                cursor.text(2).equals("1"));
    }

    private static long whole(Cursor cursor, int part) {
        try {
            return Long.parseLong(cursor.text(part));
        } catch (NumberFormatException e) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
    }
}
