package org.linli.user.branch;

import org.linli.starter.geo.GeoPoint;

/**
 * What staff decide about a branch.
 *
 * @param point normalised (rule G-2)
 * @param radiusMeters the service circle's radius
 * @param offerReviewRequired whether offers of the merchants in the circle are reviewed before they go live
 */
public record BranchDetails(
        String name, String address, GeoPoint point, int radiusMeters, boolean offerReviewRequired) {
    public static final int MIN_RADIUS_METERS = 2_000;
    public static final int MAX_RADIUS_METERS = 3_000;
    public static final int DEFAULT_RADIUS_METERS = 2_500;
    public static final int MAX_NAME = 100;
    public static final int MAX_ADDRESS = 200;

    public BranchDetails {
        if (radiusMeters < MIN_RADIUS_METERS || radiusMeters > MAX_RADIUS_METERS) {
            throw new IllegalArgumentException("radiusMeters: " + radiusMeters + " (expected: 2000 to 3000)");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank");
        }
    }
}
