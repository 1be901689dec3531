package org.linli.geosearch.nearby;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;

/**
 * A checked search.
 *
 * @param crs in which points are answered
 * @param point normalised; null = from the branch
 * @param radius metres; null = not given
 * @param category Chinese name
 * @param words each must occur in the result's title, merchant or category
 */
record NearbyQuery(
        Crs crs,
        @Nullable GeoPoint point,
        @Nullable Double radius,
        @Nullable String branchId,
        @Nullable String category,
        @Nullable OfferKind kind,
        List<String> words,
        int size,
        @Nullable ExactPosition after) {}
