package org.linli.merchant.onboarding;

import java.util.ArrayList;
import java.util.List;
import org.linli.starter.geo.GeoPoint;

/**
 * A square of a thousandth of a degree, some 100 m, as text: neighbours are found by equality, which every store has an
 * index for.
 */
final class Vicinity {
    /** Whatever is this near lies in the same square or one beside it, up to 60 degrees of latitude. */
    static final double NEAR_METERS = 50;

    private static final double PER_DEGREE = 1_000;

    private Vicinity() {}

    static String of(GeoPoint point) {
        return cell(index(point.lat()), index(point.lng()));
    }

    /** The point's own square and the eight around it. */
    static List<String> around(GeoPoint point) {
        List<String> cells = new ArrayList<>();
        for (int north = -1; north <= 1; north++) {
            for (int east = -1; east <= 1; east++) {
                cells.add(cell(index(point.lat()) + north, index(point.lng()) + east));
            }
        }
        return cells;
    }

    private static long index(double degrees) {
        return (long) Math.floor(degrees * PER_DEGREE);
    }

    private static String cell(long north, long east) {
        return north + ":" + east;
    }
}
