package org.linli.geosearch.cells;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.Haversine;

/**
 * Neighbours within a cell and the rectangle that holds them: what is far away as a whole is not looked at one by one.
 * Those at the same place stand next to each other.
 */
public final class Block<T extends PlacedDocument> {
    /** About 200 m. */
    private static final double DEGREES = 0.002;

    /** Far more than the rounding of the few operations below. */
    private static final double MARGIN_METERS = 0.01;

    private static final double FARTHEST_DEGREES = 60;

    private static final Comparator<PlacedDocument> BY_PLACE = Comparator.comparingDouble(
                    (PlacedDocument document) -> document.location().lat())
            .thenComparingDouble(document -> document.location().lon());

    private final List<T> documents;
    private final double south;
    private final double north;
    private final double west;
    private final double east;

    private Block(List<T> documents) {
        this.documents = documents;
        south = documents.stream()
                .mapToDouble(one -> one.location().lat())
                .min()
                .orElse(0);
        north = documents.stream()
                .mapToDouble(one -> one.location().lat())
                .max()
                .orElse(0);
        west = documents.stream().mapToDouble(one -> one.location().lon()).min().orElse(0);
        east = documents.stream().mapToDouble(one -> one.location().lon()).max().orElse(0);
    }

    static <T extends PlacedDocument> List<Block<T>> of(Stream<T> documents) {
        Map<Long, java.util.ArrayList<T>> pieces = new LinkedHashMap<>();
        documents
                .sorted(BY_PLACE)
                .forEach(document -> pieces.computeIfAbsent(piece(document), same -> new java.util.ArrayList<>())
                        .add(document));
        return pieces.values().stream()
                .map(piece -> new Block<>(List.copyOf(piece)))
                .toList();
    }

    private static long piece(PlacedDocument document) {
        long row = (long) Math.floor(document.location().lat() / DEGREES);
        long column = (long) Math.floor(document.location().lon() / DEGREES);
        return row << 32 ^ column & 0xFFFFFFFFL;
    }

    public List<T> documents() {
        return documents;
    }

    /**
     * No document is nearer than this. Every way to the block crosses the parallel and the meridian of its nearer edges;
     * the distance to a meridian is {@code asin(cos(lat) sin(gap))}, of which this is the beginning of the series.
     */
    public double metersAtLeast(GeoPoint from, double cosine) {
        double latGap = Math.max(0, Math.max(south - from.lat(), from.lat() - north));
        double lngGap = Math.max(0, Math.max(west - from.lng(), from.lng() - east));
        double north = Math.toRadians(latGap);
        double angle = 0;
        if (lngGap < FARTHEST_DEGREES) { // beyond, the other way round the earth may be the shorter one
            double gap = Math.toRadians(lngGap);
            angle = cosine * (gap - gap * gap * gap / 6);
        }
        return Math.max(north, angle) * Haversine.EARTH_RADIUS_METERS - MARGIN_METERS;
    }

    /** Whether the rectangles have anything in common. */
    public boolean touches(double fromSouth, double fromWest, double toNorth, double toEast) {
        return south <= toNorth && north >= fromSouth && west <= toEast && east >= fromWest;
    }
}
