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
 * The first so many documents in exact order, from an index whose own distances are a little off. Starts a little
 * before the wanted place and reads on until the last one needed is nearer, beyond doubt, than anything not read yet.
 * So pages neither skip nor repeat anything, however many documents share a place.
 */
final class ExactOrder<T extends PlacedDocument> {
    /** Read beyond what is wanted, so that one request is mostly enough. */
    private static final int SURPLUS = 12;

    private static final int MOST_AT_ONCE = 1_000;

    private final Source<T> source;
    private final ToDoubleFunction<T> exactMeters;
    private final Predicate<T> counts;

    /** @param counts decides exactly what the index decided roughly: the edge */
    ExactOrder(Source<T> source, ToDoubleFunction<T> exactMeters, Predicate<T> counts) {
        this.source = source;
        this.exactMeters = exactMeters;
        this.counts = counts;
    }

    /** Documents in the index's own order. */
    interface Source<T extends PlacedDocument> {
        /** @return fewer than {@code size} only when there are no more */
        List<Hit<T>> read(@Nullable RoughPosition after, int size);
    }

    record Ranked<T extends PlacedDocument>(ExactPosition position, T document) {}

    /** @param after exclusive; null = from the nearest */
    List<Ranked<T>> first(int wanted, @Nullable ExactPosition after) {
        List<Ranked<T>> found = new ArrayList<>();
        RoughPosition resume = after == null ? null : beforeAll(after);
        int size = wanted + SURPLUS;
        while (true) {
            List<Hit<T>> hits = source.read(resume, size);
            hits.stream()
                    .filter(hit -> counts.test(hit.document()))
                    .map(this::rank)
                    .filter(ranked -> after == null || ranked.position().compareTo(after) > 0)
                    .forEach(found::add);
            found.sort(Comparator.comparing(Ranked::position));
            if (hits.size() < size) {
                return head(found, wanted);
            }
            resume = hits.get(hits.size() - 1).position();
            double unreadFrom = resume.meters() - error(resume.meters());
            if (found.size() >= wanted && found.get(wanted - 1).position().meters() < unreadFrom) {
                return head(found, wanted);
            }
            size = Math.min(size * 2, MOST_AT_ONCE);
        }
    }

    private Ranked<T> rank(Hit<T> hit) {
        T document = hit.document();
        return new Ranked<>(new ExactPosition(exactMeters.applyAsDouble(document), document.id()), document);
    }

    private static @Nullable RoughPosition beforeAll(ExactPosition after) {
        double from = after.meters() - error(after.meters());
        return from > 0 ? new RoughPosition(from, "") : null;
    }

    /** How far the index's distance may be off: centimetres nearby, more where only a far branch is asked for. */
    static double error(double meters) {
        return 1 + meters * 1e-6;
    }

    private static <T> List<T> head(List<T> list, int size) {
        return List.copyOf(list.subList(0, Math.min(size, list.size())));
    }
}
