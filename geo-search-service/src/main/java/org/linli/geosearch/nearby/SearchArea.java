package org.linli.geosearch.nearby;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Circle;
import org.linli.starter.geo.GeoPoint;

/**
 * Where to look and from where distances count (rule G-1).
 *
 * @param within a result lies in all of these circles, edges included
 */
record SearchArea(GeoPoint origin, List<Circle> within) {
    static final double DEFAULT_RADIUS_METERS = 2_500;

    /** Around a point; the default radius when none is given. */
    static SearchArea around(GeoPoint point, @Nullable Double radius) {
        return new SearchArea(point, List.of(new Circle(point, radius == null ? DEFAULT_RADIUS_METERS : radius)));
    }

    /**
     * In a branch's circle. Distances count from the point, or from the branch when there is none; a radius, when given,
     * limits as well.
     */
    static SearchArea inBranch(Circle branch, @Nullable GeoPoint point, @Nullable Double radius) {
        GeoPoint origin = point == null ? branch.centre() : point;
        return new SearchArea(origin, radius == null ? List.of(branch) : List.of(branch, new Circle(origin, radius)));
    }

    boolean contains(GeoPoint point) {
        return within.stream().allMatch(circle -> circle.contains(point));
    }
}
