package org.linli.geosearch.nearby;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Ranking;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;

/**
 * A checked search.
 *
 * @param place where to look
 * @param filter what counts
 * @param ranking what comes first
 * @param facets whether counts are wanted
 * @param explain whether the ranking is to be explained
 * @param after cursor as received
 */
record NearbyQuery(
        NearbyList list,
        Place place,
        Filter filter,
        Ranking ranking,
        boolean facets,
        boolean explain,
        int size,
        @Nullable String after) {

    /**
     * @param crs in which points are answered
     * @param point normalised; null = from the branch or the middle of the box
     * @param radius metres; null = not given
     */
    record Place(
            Crs crs,
            @Nullable GeoPoint point,
            @Nullable Double radius,
            @Nullable String branchId,
            @Nullable Box box) {

        /** Every search makes one: a record's own text costs more than finding out what it is compared with. */
        private String text() {
            String at = point == null ? "-" : point.lat() + "," + point.lng();
            return crs + " " + at + " " + radius + " " + branchId + " " + (box == null ? "-" : box);
        }
    }

    /**
     * @param category Chinese name
     * @param words each must be found
     * @param openNow only what can be used at this moment
     * @param minStock at least so many left
     */
    record Filter(
            @Nullable String category, @Nullable OfferKind kind, List<String> words, boolean openNow, int minStock) {
        private String text() {
            return category + " " + kind + " " + words + " " + openNow + " " + minStock;
        }
    }

    /** The same for every page of one question, different for any other one. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        sum.update((place.text() + " " + filter.text() + " " + ranking).getBytes(StandardCharsets.UTF_8));
        return list + "-" + Long.toHexString(sum.getValue());
    }
}
