package org.linli.loan.marketing;

import java.util.ArrayList;
import java.util.List;
import org.linli.starter.geo.GeoPoint;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A merchant as its latest event describes it.
 *
 * @param sequence that event's number
 * @param cell the square of the map that holds it, about two kilometres wide
 */
@Document(PlatformMerchants.COLLECTION)
@TypeAlias("platform-merchant")
@CompoundIndex(name = "cell", def = "{'cell': 1, 'approved': 1}")
record PlatformMerchant(
        @Id String merchantId,
        long sequence,
        String name,
        String category,
        String organisationPath,
        GeoPoint point,
        boolean approved,
        String cell) {
    private static final int CELLS_PER_DEGREE = 50;
    private static final int METERS_PER_DEGREE = 111_000;

    static String cellOf(GeoPoint point) {
        return row(point.lat()) + ":" + row(point.lng());
    }

    /** All cells that a circle may touch. */
    static List<String> cellsAround(GeoPoint centre, int radiusMeters) {
        double north = (double) radiusMeters / METERS_PER_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
        List<String> cells = new ArrayList<>();
        for (long lat = row(centre.lat() - north); lat <= row(centre.lat() + north); lat++) {
            for (long lng = row(centre.lng() - east); lng <= row(centre.lng() + east); lng++) {
                cells.add(lat + ":" + lng);
            }
        }
        return cells;
    }

    private static long row(double degrees) {
        return (long) Math.floor(degrees * CELLS_PER_DEGREE);
    }
}
