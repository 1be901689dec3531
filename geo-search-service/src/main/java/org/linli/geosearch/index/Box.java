package org.linli.geosearch.index;

import org.linli.starter.geo.GeoPoint;

/** A rectangle of GCJ-02 degrees, its edges included; it does not cross the date line. */
public record Box(double west, double south, double east, double north) implements Area {
    @Override
    public boolean contains(GeoPoint point) {
        return point.lng() >= west && point.lng() <= east && point.lat() >= south && point.lat() <= north;
    }

    public GeoPoint centre() {
        return new GeoPoint((south + north) / 2, (west + east) / 2);
    }
}
