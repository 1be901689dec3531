package org.linli.geosearch.index;

import org.linli.starter.geo.GeoPoint;

/**
 * A GCJ-02 point as Elasticsearch names it. The document's source keeps the full doubles: Elasticsearch's own copy for
 * searching is rounded to about a centimetre.
 */
public record Location(double lat, double lon) {
    public static Location of(GeoPoint point) {
        return new Location(point.lat(), point.lng());
    }

    public GeoPoint point() {
        return new GeoPoint(lat, lon);
    }
}
