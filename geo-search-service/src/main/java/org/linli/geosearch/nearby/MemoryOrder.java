package org.linli.geosearch.nearby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.starter.geo.GeoPoint;

/** The first so many of what lies in memory, in exact order; the same answer as {@link ExactOrder} over the index. */
final class MemoryOrder<T extends PlacedDocument> {
    private final Criteria criteria;
    private final Ranking ranking;
    private final GeoPoint origin;
    private @Nullable Location here;
    private double metersHere;
    private boolean countsHere;

    MemoryOrder(Criteria criteria, Ranking ranking, GeoPoint origin) {
        this.criteria = criteria;
        this.ranking = ranking;
        this.origin = origin;
    }

    /** @param after exclusive; null = from the first */
    List<Ranked<T>> first(Stream<T> documents, int wanted, @Nullable ExactPosition after) {
        PriorityQueue<Ranked<T>> best = new PriorityQueue<>(
                wanted + 1, Comparator.comparing(Ranked<T>::position).reversed());
        documents.forEach(document -> {
            if (criteria.admits(document) && isInside(document)) {
                long rank = ranking.rank(document);
                ExactPosition last =
                        best.size() < wanted ? null : best.element().position();
                if (last != null && (rank > last.rank() || rank == last.rank() && metersHere > last.meters())) {
                    return;
                }
                ExactPosition position = new ExactPosition(rank, metersHere, document.id());
                if ((after == null || position.compareTo(after) > 0)
                        && (last == null || position.compareTo(last) < 0)) {
                    best.add(new Ranked<>(position, document, List.of()));
                    if (best.size() > wanted) {
                        best.remove();
                    }
                }
            }
        });
        List<Ranked<T>> found = new ArrayList<>(best);
        found.sort(Comparator.comparing(Ranked::position));
        return found;
    }

    /** Neighbours in the list mostly share a place, so it is judged once. */
    private boolean isInside(PlacedDocument document) {
        if (!document.location().equals(here)) {
            here = document.location();
            metersHere = origin.metersTo(here.point());
            countsHere = criteria.contains(document);
        }
        return countsHere;
    }
}
