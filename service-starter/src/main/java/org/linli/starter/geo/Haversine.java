package org.linli.starter.geo;

/** The one distance of the platform (rule G-1): haversine on the sphere that Elasticsearch uses. */
public final class Haversine {
    /** Mean earth radius in metres. */
    public static final double EARTH_RADIUS_METERS = 6_371_008.7714;

    private Haversine() {}

    public static double meters(double lat1, double lng1, double lat2, double lng2) {
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lng2 - lng1) / 2);
        double a = north * north + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
