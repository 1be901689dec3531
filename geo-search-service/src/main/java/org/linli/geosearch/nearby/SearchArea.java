package org.linli.geosearch.nearby;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Circle;
import org.linli.starter.geo.GeoPoint;

/**
 * Where to look and from where distances count (rule G-1).
 *
 * @param within a result lies in all of these areas, edges included
 */
record SearchArea(GeoPoint origin, List<Area> within) {
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

    /** In a rectangle, from the point or the middle; a radius, when given, limits as well. */
    static SearchArea inBox(Box box, @Nullable GeoPoint point, @Nullable Double radius) {
        GeoPoint origin = point == null ? box.centre() : point;
        return new SearchArea(origin, radius == null ? List.of(box) : List.of(box, new Circle(origin, radius)));
    }

    SearchArea and(Area another) {
        return new SearchArea(
                origin,
                java.util.stream.Stream.concat(within.stream(), java.util.stream.Stream.of(another))
                        .toList());
    }

    boolean contains(GeoPoint point) {
        return within.stream().allMatch(area -> area.contains(point));
    }
}
