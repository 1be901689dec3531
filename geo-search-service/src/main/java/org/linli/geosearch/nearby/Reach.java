package org.linli.geosearch.nearby;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.SearchIndex;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Component;

/**
 * How far one has to look for the nearest so many. Where shops stand close, the first page of thousands within the
 * radius lies within a few hundred metres, and an index that is asked for those alone need not sort the thousands.
 * What earlier answers nearby took is a guess and no more: {@link #isSure} tells whether it was enough.
 */
@Component
class Reach {
    /** Beyond what the index's own distances and edges may be off. */
    private static final double UNSURE_METERS = 2;

    /** For places where shops stand less close than on average around. */
    private static final double GENEROUS = 1.5;

    private static final double LEAST_METERS = 50;

    /** A circle that is not much smaller saves nothing. */
    private static final double WORTH_IT = 0.7;

    /** A guess that fell short once is kept in mind for a while: it costs a second request. */
    private static final double FADING = 0.95;

    /** About 500 m. */
    private static final double PLACES_PER_DEGREE = 200;

    private record Place(
            SearchIndex index,
            long row,
            long column,
            @Nullable String category,
            @Nullable String kind,
            boolean openNow) {}

    /** Metres from which the square root of how many were found is left out: the same for a page and for ten. */
    private final Cache<Place, Double> spacing = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /**
     * The same request, of what is so near that so many probably are among it.
     *
     * @param narrowed asked only within {@code meters} of the origin
     */
    record Guess<T extends PlacedDocument>(IndexReader.Request<T> narrowed, double meters) {}

    /**
     * A guess for the documents that follow one.
     *
     * @return empty where nothing is known, where distance does not decide, or where it would save nothing
     */
    <T extends PlacedDocument> Optional<Guess<T>> guess(
            IndexReader.Request<T> request, int wanted, @Nullable ExactPosition after) {
        Double each = isByDistance(request) ? spacing.getIfPresent(place(request)) : null;
        if (each == null) {
            return Optional.empty();
        }
        double passed = after == null ? 0 : after.meters();
        double more = each * each * wanted * GENEROUS * GENEROUS;
        double meters = Math.max(LEAST_METERS, Math.sqrt(passed * passed + more)) + UNSURE_METERS;
        return meters < WORTH_IT * request.farthest()
                ? Optional.of(new Guess<>(within(request, meters), meters))
                : Optional.empty();
    }

    /** Whether nothing that was left out can come before the last of these. */
    static <T extends PlacedDocument> boolean isSure(Guess<T> guess, List<Ranked<T>> found, int wanted) {
        return found.size() == wanted && found.get(wanted - 1).position().meters() <= guess.meters - UNSURE_METERS;
    }

    /** Learns from a first page. */
    <T extends PlacedDocument> void note(IndexReader.Request<T> request, List<Ranked<T>> found, int wanted) {
        if (!isByDistance(request)) {
            return;
        }
        if (found.size() < wanted) {
            spacing.invalidate(place(request));
            return;
        }
        double each = found.get(wanted - 1).position().meters() / Math.sqrt(wanted);
        spacing.asMap().merge(place(request), each, (before, now) -> Math.max(before * FADING, now));
    }

    private static boolean isByDistance(IndexReader.Request<?> request) {
        return request.ranking() == Ranking.DISTANCE && request.criteria().keywords() == null;
    }

    private static Place place(IndexReader.Request<?> request) {
        Criteria criteria = request.criteria();
        GeoPoint origin = request.origin();
        return new Place(
                request.index(),
                Math.round(origin.lat() * PLACES_PER_DEGREE),
                Math.round(origin.lng() * PLACES_PER_DEGREE),
                criteria.category(),
                criteria.kind(),
                criteria.open() != null);
    }

    private static <T extends PlacedDocument> IndexReader.Request<T> within(
            IndexReader.Request<T> request, double meters) {
        List<Area> areas = new ArrayList<>(request.criteria().within().stream()
                .filter(area -> !request.isAroundOrigin(area))
                .toList());
        areas.add(new Circle(request.origin(), meters));
        return new IndexReader.Request<>(
                request.index(),
                request.type(),
                request.criteria().within(areas),
                request.ranking(),
                request.origin(),
                request.explained());
    }
}
