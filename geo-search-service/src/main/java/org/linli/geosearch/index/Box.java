package org.linli.geosearch.index;

import org.linli.starter.geo.GeoPoint;

/** A rectangle of GCJ-02 degrees, its edges included; it does not cross the date line. */
public record Box(double west, double south, double east, double north) implements Area {
    @Override
    public boolean contains(GeoPoint point) {
        return point.lng() >= west && point.lng() <= east && point.lat() >= south && point.lat() <= north;
    }

    /** Whether it lies off the poles and the date line, where rectangles of degrees are no rectangles. */
    public boolean isPlain() {
        return south > -90 && north < 90 && west >= -180 && east < 180;
    }

    public GeoPoint centre() {
        return new GeoPoint((south + north) / 2, (west + east) / 2);
    }
}
