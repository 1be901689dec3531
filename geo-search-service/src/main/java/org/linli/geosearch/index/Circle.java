package org.linli.geosearch.index;

import java.util.Optional;
import org.linli.starter.geo.GeoPoint;

/** A circle on the map, its edge included (rule G-1). */
public record Circle(GeoPoint centre, double radiusMeters) implements Area {
    private static final double SPHERE_METERS = 6_371_008.7714;

    /** Far more than any rounding. */
    private static final double MARGIN_DEGREES = 1e-6;

    @Override
    public boolean contains(GeoPoint point) {
        return centre.metersTo(point) <= radiusMeters;
    }

    /** A rectangle that holds all of it beyond doubt; empty near the poles and at the date line, where there is none. */
    public Optional<Box> bounds() {
        double angle = radiusMeters / SPHERE_METERS;
        double sine = Math.sin(angle) / Math.cos(Math.toRadians(centre.lat()));
        if (!(sine < 1)) {
            return Optional.empty();
        }
        double high = Math.toDegrees(angle) + MARGIN_DEGREES;
        double wide = Math.toDegrees(Math.asin(sine)) + MARGIN_DEGREES;
        Box box = new Box(centre.lng() - wide, centre.lat() - high, centre.lng() + wide, centre.lat() + high);
        return Optional.of(box).filter(Box::isPlain);
    }
}
