package org.linli.starter.geo;

/**
 * A position, normalised to GCJ-02 (rule G-2): the only form in which the platform stores or compares positions.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 */
public record GeoPoint(double lat, double lng) {
    public GeoPoint {
        if (!(lat >= -90 && lat <= 90)) {
            throw new InvalidPointException("lat", lat, "-90 to 90");
        }
        if (!(lng >= -180 && lng <= 180)) {
            throw new InvalidPointException("lng", lng, "-180 to 180");
        }
    }

    /**
     * Normalises a received position.
     *
     * @throws InvalidPointException when a coordinate is out of range; the message names it
     */
    public static GeoPoint of(double lat, double lng, Crs crs) {
        GeoPoint given = new GeoPoint(lat, lng);
        return crs.toGcj02(given.lat, given.lng);
    }

    /** The same position as degrees of another system, for answering in the caller's own. */
    public GeoPoint as(Crs crs) {
        return crs.fromGcj02(lat, lng);
    }

    /** Metres to the other point: {@link Haversine}. */
    public double metersTo(GeoPoint other) {
        return Haversine.meters(lat, lng, other.lat, other.lng);
    }
}
