package org.linli.geosearch.nearby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.cells.Block;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.starter.geo.GeoPoint;

/**
 * The first so many of what lies in memory, in exact order; the same answer as {@link ExactOrder} over the index. By
 * distance it looks at the blocks from the inside out and stops when nothing farther out can be among the first.
 */
final class MemoryOrder<T extends PlacedDocument> {
    private static final double FIRST_RING_METERS = 50;

    private final Criteria criteria;
    private final Ranking ranking;
    private final GeoPoint origin;
    private final int wanted;
    private final @Nullable ExactPosition after;
    private final PriorityQueue<Ranked<T>> best;
    private @Nullable Location here;
    private double metersHere;
    private boolean countsHere;

    /** @param after exclusive; null = from the first */
    MemoryOrder(Criteria criteria, Ranking ranking, GeoPoint origin, int wanted, @Nullable ExactPosition after) {
        this.criteria = criteria;
        this.ranking = ranking;
        this.origin = origin;
        this.wanted = wanted;
        this.after = after;
        this.best = new PriorityQueue<>(
                wanted + 1, Comparator.comparing(Ranked<T>::position).reversed());
    }

    List<Ranked<T>> first(List<Block<T>> all) {
        List<Block<T>> blocks = inside(all);
        double[] atLeast = new double[blocks.size()];
        double cosine = Math.cos(Math.toRadians(origin.lat()));
        for (int i = 0; i < atLeast.length; i++) {
            atLeast[i] = blocks.get(i).metersAtLeast(origin, cosine);
        }
        double within = Double.NEGATIVE_INFINITY;
        double ring = ranking == Ranking.DISTANCE ? FIRST_RING_METERS : Double.POSITIVE_INFINITY;
        for (int seen = 0; seen < atLeast.length; ring *= 2) {
            for (int i = 0; i < atLeast.length; i++) {
                if (atLeast[i] >= within && atLeast[i] < ring) {
                    seen++;
                    add(blocks.get(i));
                }
            }
            if (best.size() == wanted && best.element().position().meters() < ring) {
                break;
            }
            within = ring;
        }
        List<Ranked<T>> found = new ArrayList<>(best);
        found.sort(Comparator.comparing(Ranked::position));
        return found;
    }

    /** Without those that lie outside of an area as a whole. */
    private List<Block<T>> inside(List<Block<T>> all) {
        List<Block<T>> inside = all;
        for (Area area : criteria.within()) {
            List<Block<T>> touching = new ArrayList<>(inside.size());
            for (Block<T> block : inside) {
                if (touches(block, area)) {
                    touching.add(block);
                }
            }
            inside = touching;
        }
        return inside;
    }

    private static boolean touches(Block<?> block, Area area) {
        if (area instanceof Box box) {
            return block.touches(box.south(), box.west(), box.north(), box.east());
        }
        Circle circle = (Circle) area;
        double cosine = Math.cos(Math.toRadians(circle.centre().lat()));
        return block.metersAtLeast(circle.centre(), cosine) <= circle.radiusMeters();
    }

    private void add(Block<T> block) {
        for (T document : block.documents()) {
            if (criteria.admits(document) && isInside(document)) {
                add(document);
            }
        }
    }

    private void add(T document) {
        long rank = ranking.rank(document);
        ExactPosition last = best.size() < wanted ? null : best.element().position();
        if (last != null && (rank > last.rank() || rank == last.rank() && metersHere > last.meters())) {
            return;
        }
        ExactPosition position = new ExactPosition(rank, metersHere, document.id());
        if ((after == null || position.compareTo(after) > 0) && (last == null || position.compareTo(last) < 0)) {
            best.add(new Ranked<>(position, document, List.of()));
            if (best.size() > wanted) {
                best.remove();
            }
        }
    }

    /** Neighbours in the list mostly share a place, so it is judged once. */
    private boolean isInside(PlacedDocument document) {
        if (!document.location().equals(here)) {
            here = document.location();
            metersHere = origin.metersTo(here.point());
            countsHere = isIn(here.point());
        }
        return countsHere;
    }

    /** Mostly the circle is around the very point from which distances count. */
    private boolean isIn(GeoPoint point) {
        for (Area area : criteria.within()) {
            boolean in = area instanceof Circle circle && circle.centre().equals(origin)
                    ? metersHere <= circle.radiusMeters()
                    : area.contains(point);
            if (!in) {
                return false;
            }
        }
        return true;
    }
}
