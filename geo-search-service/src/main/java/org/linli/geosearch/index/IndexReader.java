package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch for candidates in order; the exact edge and order are decided by the caller (rule G-1). */
@Component
public class IndexReader {
    private final ElasticsearchClient elasticsearch;
    private final GuardedSearch guard;
    private final IndexSettings settings;

    IndexReader(SearchClient client, GuardedSearch guard, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.guard = guard;
        this.settings = settings;
    }

    /**
     * What is asked of one index.
     *
     * @param origin from where distances count
     * @param explained whether hits tell how keywords led to them
     */
    public record Request<T extends PlacedDocument>(
            SearchIndex index, Class<T> type, Criteria criteria, Ranking ranking, GeoPoint origin, boolean explained) {

        /** Metres from the origin beyond which nothing counts; infinite when nothing says so. */
        public double farthest() {
            return criteria.within().stream()
                    .filter(this::isAroundOrigin)
                    .mapToDouble(area -> ((Circle) area).radiusMeters())
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        public boolean isAroundOrigin(Area area) {
            return area instanceof Circle circle && circle.centre().equals(origin);
        }
    }

    /**
     * Documents by (rank, rough distance from the origin, id).
     *
     * @param after where to continue; null = from the first
     * @return fewer than {@code size} when there are no more; by distance also some beyond {@link Request#farthest}
     * @throws DependencyUnavailableException when Elasticsearch does not answer in time
     */
    public <T extends PlacedDocument> List<Hit<T>> read(Request<T> request, @Nullable RoughPosition after, int size) {
        return read(request, candidates(request), new Part(after, size, true));
    }

    /**
     * As {@link #read}, but what shares rank and distance comes in any order, so that reading cannot go on where this
     * ended. Saves the index a tenth.
     */
    public <T extends PlacedDocument> List<Hit<T>> readOnce(
            Request<T> request, @Nullable RoughPosition after, int size) {
        return read(request, candidates(request), new Part(after, size, false));
    }

    /** As {@link #read}, but only what lies at an edge: whether it counts needs a look. */
    public <T extends PlacedDocument> List<Hit<T>> readEdges(
            Request<T> request, @Nullable RoughPosition after, int size) {
        return read(request, IndexQuery.perhaps(request.criteria()), new Part(after, size, true));
    }

    /**
     * To prepare the exact test of a circle takes the index longer than to read a short list. Where distance decides, the
     * rectangle around it does as well: what lies in its corners comes last.
     */
    private static <T extends PlacedDocument> Query candidates(Request<T> request) {
        Criteria criteria = request.criteria();
        if (request.ranking() == Ranking.DISTANCE) {
            criteria = criteria.within(criteria.within().stream()
                    .map(area -> request.isAroundOrigin(area) ? boundsOf((Circle) area) : area)
                    .toList());
        }
        return IndexQuery.of(criteria, request.explained());
    }

    private static Area boundsOf(Circle circle) {
        return circle.bounds().<Area>map(box -> box).orElse(circle);
    }

    private record Part(@Nullable RoughPosition after, int size, boolean byId) {}

    private <T extends PlacedDocument> List<Hit<T>> read(Request<T> request, Query query, Part part) {
        SearchRequest.Builder search = new SearchRequest.Builder()
                .index(settings.alias(request.index()))
                .size(part.size)
                .trackTotalHits(total -> total.enabled(false))
                .query(query)
                .sort(IndexQuery.order(request.ranking(), request.origin(), part.byId));
        if (part.after != null) {
            search.searchAfter(IndexQuery.after(request.ranking(), part.after, part.byId));
        }
        SearchRequest built = search.build();
        SearchResponse<T> response = guard.run(() -> elasticsearch.search(built, request.type()));
        return response.hits().hits().stream()
                .map(found -> hit(request.ranking(), found))
                .toList();
    }

    private static <T extends PlacedDocument> Hit<T> hit(
            Ranking ranking, co.elastic.clients.elasticsearch.core.search.Hit<T> found) {
        T document = found.source();
        if (document == null) {
            throw new IllegalStateException("hit without source: " + found.id());
        }
        return new Hit<>(
                document,
                IndexQuery.position(ranking, found.sort(), document.id()),
                List.copyOf(found.matchedQueries()));
    }
}
