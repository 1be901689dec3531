package org.linli.geosearch.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Circle;
import org.linli.starter.geo.GeoPoint;

/**
 * A fixed grid of degrees: a cell is 2.2 km high and, in China, 1.4 to 2.1 km wide, so that a usual search touches nine
 * to sixteen. Plain arithmetic, because the box around a circle covers it beyond doubt; a grid of hexagons has no cheap
 * proof of that. Near the poles and at the date line nothing is covered: such searches ask the index.
 */
public final class Grid {
    /** The projections keep merchants by cell: another size needs a rebuild. */
    private static final double DEGREES = 0.02;

    private Grid() {}

    public record CellId(int row, int column) {
        public String text() {
            return row + ":" + column;
        }
    }

    public static CellId cellOf(GeoPoint point) {
        return new CellId(index(point.lat()), index(point.lng()));
    }

    /** Cells that hold everything that lies in all of the areas; empty when that would be more than {@code most}. */
    static Optional<List<CellId>> covering(List<Area> areas, int most) {
        return areas.stream()
                .flatMap(area -> box(area).stream())
                .min(Comparator.comparingLong(Grid::cells))
                .filter(box -> cells(box) <= most)
                .map(Grid::all);
    }

    private static Optional<Box> box(Area area) {
        return area instanceof Circle circle
                ? circle.bounds()
                : Optional.of((Box) area).filter(Box::isPlain);
    }

    private static long cells(Box box) {
        return (1L + index(box.north()) - index(box.south())) * (1L + index(box.east()) - index(box.west()));
    }

    private static List<CellId> all(Box box) {
        List<CellId> cells = new ArrayList<>();
        for (int row = index(box.south()); row <= index(box.north()); row++) {
            for (int column = index(box.west()); column <= index(box.east()); column++) {
                cells.add(new CellId(row, column));
            }
        }
        return cells;
    }

    private static int index(double degrees) {
        return (int) Math.floor(degrees / DEGREES);
    }
}
