package org.linli.geosearch.index;

import org.linli.starter.geo.GeoPoint;

/** A circle on the map, its edge included (rule G-1). */
public record Circle(GeoPoint centre, double radiusMeters) implements Area {
    @Override
    public boolean contains(GeoPoint point) {
        return centre.metersTo(point) <= radiusMeters;
    }
}
