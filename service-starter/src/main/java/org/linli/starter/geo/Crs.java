package org.linli.starter.geo;

/**
 * The three coordinate systems of Chinese maps (rule G-2). Conversions follow the published approximation of the
 * GCJ-02 offset on the Krasovsky 1940 ellipsoid; outside mainland China the systems coincide. Inverses iterate to
 * below 1e-9 degrees (0.1 mm), so that a round trip does not drift.
 */
public enum Crs {
    WGS84,
    GCJ02,
    BD09;

    private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double BAIDU_ANGLE = Math.PI * 3000.0 / 180.0;
    private static final double PRECISION = 1e-9;

    /** This system's degrees as GCJ-02. */
    GeoPoint toGcj02(double lat, double lng) {
        return switch (this) {
            case GCJ02 -> new GeoPoint(lat, lng);
            case WGS84 -> wgsToGcj(lat, lng);
            case BD09 -> bdToGcj(lat, lng);
        };
    }

    /** A GCJ-02 point in this system's degrees. */
    GeoPoint fromGcj02(double lat, double lng) {
        return switch (this) {
            case GCJ02 -> new GeoPoint(lat, lng);
            case WGS84 -> inverse(lat, lng, Crs::wgsToGcj);
            case BD09 -> gcjToBd(lat, lng);
        };
    }

    private interface Conversion {
        GeoPoint apply(double lat, double lng);
    }

    /** Fixed-point iteration: the offset changes slowly over space, so three or four steps reach the precision. */
    private static GeoPoint inverse(double lat, double lng, Conversion forward) {
        double guessLat = lat;
        double guessLng = lng;
        for (int step = 0; step < 20; step++) {
            GeoPoint there = forward.apply(guessLat, guessLng);
            double missLat = there.lat() - lat;
            double missLng = there.lng() - lng;
            guessLat -= missLat;
            guessLng -= missLng;
            if (Math.abs(missLat) < PRECISION && Math.abs(missLng) < PRECISION) {
                break;
            }
        }
        return new GeoPoint(guessLat, guessLng);
    }

    private static GeoPoint wgsToGcj(double lat, double lng) {
        if (outsideChina(lat, lng)) {
            return new GeoPoint(lat, lng);
        }
        double x = lng - 105.0;
        double y = lat - 35.0;
        double radians = Math.toRadians(lat);
        double sine = Math.sin(radians);
        double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double root = Math.sqrt(magic);
        double north = latitudeOffset(x, y)
                * 180.0
                / ((SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (magic * root) * Math.PI);
        double east = longitudeOffset(x, y) * 180.0 / (SEMI_MAJOR_AXIS / root * Math.cos(radians) * Math.PI);
        return new GeoPoint(lat + north, lng + east);
    }

    private static GeoPoint gcjToBd(double lat, double lng) {
        double z = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * BAIDU_ANGLE);
        double theta = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * BAIDU_ANGLE);
        return new GeoPoint(z * Math.sin(theta) + 0.006, z * Math.cos(theta) + 0.0065);
    }

    private static GeoPoint bdToGcj(double lat, double lng) {
        return inverse(lat, lng, Crs::gcjToBd);
    }

    private static boolean outsideChina(double lat, double lng) {
        return lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }

    private static double latitudeOffset(double x, double y) {
        double offset = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        offset += waves(20.0, 6.0 * x, 20.0, 2.0 * x);
        offset += waves(20.0, y, 40.0, y / 3.0);
        offset += waves(160.0, y / 12.0, 320.0, y / 30.0);
        return offset;
    }

    private static double longitudeOffset(double x, double y) {
        double offset = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        offset += waves(20.0, 6.0 * x, 20.0, 2.0 * x);
        offset += waves(20.0, x, 40.0, x / 3.0);
        offset += waves(150.0, x / 12.0, 300.0, x / 30.0);
        return offset;
    }

    private static double waves(double firstAmplitude, double first, double secondAmplitude, double second) {
        return (firstAmplitude * Math.sin(first * Math.PI) + secondAmplitude * Math.sin(second * Math.PI)) * 2.0 / 3.0;
    }
}
