package org.linli.geosearch.index;

import org.linli.starter.geo.GeoPoint;

/** A part of the map, its edge included (rule G-1). */
public sealed interface Area permits Circle, Box {
    /** Decided exactly, from the full doubles. */
    boolean contains(GeoPoint point);
}
