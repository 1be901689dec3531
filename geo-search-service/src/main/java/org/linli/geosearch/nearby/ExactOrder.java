package org.linli.geosearch.nearby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.RoughPosition;

/**
 * The first so many documents in exact order, from an index whose own distances are a little off; its ranks are exact.
 * Starts a little before the wanted place and reads on until the last one needed comes, beyond doubt, before anything
 * not read yet. So pages neither skip nor repeat anything, however many documents share a place.
 */
final class ExactOrder<T extends PlacedDocument> {
    /** Read beyond what is wanted, so that one request is mostly enough. */
    private static final int SURPLUS = 6;

    private static final int MOST_AT_ONCE = 1_000;

    private final Source<T> source;
    private final ToDoubleFunction<T> exactMeters;
    private final Predicate<T> counts;
    private final double farthest;

    /**
     * @param counts decides exactly what the index decided roughly: the edge
     * @param farthest where distance alone decides the order: metres beyond which nothing counts; infinite otherwise
     */
    ExactOrder(Source<T> source, ToDoubleFunction<T> exactMeters, Predicate<T> counts, double farthest) {
        this.source = source;
        this.exactMeters = exactMeters;
        this.counts = counts;
        this.farthest = farthest;
    }

    /** Documents in the index's own order, those after a place of it. */
    interface Source<T extends PlacedDocument> {
        /** @return fewer than {@code size} only when there are no more */
        List<Hit<T>> read(@Nullable RoughPosition after, int size);

        /** The same, in any order where rank and distance are equal: reading cannot go on where this ends. */
        List<Hit<T>> readOnce(@Nullable RoughPosition after, int size);
    }

    /** @param after exclusive; null = from the first */
    List<Ranked<T>> first(int wanted, @Nullable ExactPosition after) {
        RoughPosition from = after == null ? null : beforeAll(after);
        int size = wanted + SURPLUS;
        List<Hit<T>> hits = source.readOnce(from, size);
        List<Ranked<T>> found = ranked(hits, after);
        return isEnough(hits, size, found, wanted) ? head(found, wanted) : readingOn(from, after, wanted);
    }

    private List<Ranked<T>> readingOn(@Nullable RoughPosition from, @Nullable ExactPosition after, int wanted) {
        List<Ranked<T>> found = new ArrayList<>();
        RoughPosition resume = from;
        int size = wanted + SURPLUS;
        while (true) {
            size = Math.min(size * 2, MOST_AT_ONCE);
            List<Hit<T>> hits = source.read(resume, size);
            found.addAll(ranked(hits, after));
            found.sort(Comparator.comparing(Ranked::position));
            if (isEnough(hits, size, found, wanted)) {
                return head(found, wanted);
            }
            resume = hits.get(hits.size() - 1).position();
        }
    }

    private List<Ranked<T>> ranked(List<Hit<T>> hits, @Nullable ExactPosition after) {
        return hits.stream()
                .filter(hit -> counts.test(hit.document()))
                .map(this::rank)
                .filter(ranked -> after == null || ranked.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(Ranked::position))
                .toList();
    }

    /** Whether nothing that was not read can come before the last one wanted. */
    private boolean isEnough(List<Hit<T>> lastRead, int size, List<Ranked<T>> found, int wanted) {
        if (lastRead.size() < size) {
            return true;
        }
        RoughPosition last = lastRead.get(lastRead.size() - 1).position();
        return last.meters() > farthest + error(farthest)
                || found.size() >= wanted
                        && isBeforeUnread(found.get(wanted - 1).position(), last);
    }

    private Ranked<T> rank(Hit<T> hit) {
        T document = hit.document();
        double meters = exactMeters.applyAsDouble(document);
        return new Ranked<>(new ExactPosition(hit.position().rank(), meters, document.id()), document, hit.reasons());
    }

    private static RoughPosition beforeAll(ExactPosition after) {
        return new RoughPosition(after.rank(), after.meters() - error(after.meters()), "");
    }

    private static boolean isBeforeUnread(ExactPosition position, RoughPosition lastRead) {
        return position.rank() < lastRead.rank() || position.meters() < lastRead.meters() - error(lastRead.meters());
    }

    /** How far the index's distance may be off: centimetres nearby, more where only a far branch is asked for. */
    static double error(double meters) {
        return 1 + meters * 1e-6;
    }

    private static <T> List<T> head(List<T> list, int size) {
        return List.copyOf(list.subList(0, Math.min(size, list.size())));
    }
}
