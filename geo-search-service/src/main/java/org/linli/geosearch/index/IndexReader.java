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

    IndexReader(ElasticsearchClient elasticsearch, GuardedSearch guard, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
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
            SearchIndex index, Class<T> type, Criteria criteria, Ranking ranking, GeoPoint origin, boolean explained) {}

    /**
     * Documents by (rank, rough distance from the origin, id).
     *
     * @param after where to continue; null = from the first
     * @return fewer than {@code size} when there are no more
     * @throws DependencyUnavailableException when Elasticsearch does not answer in time
     */
    public <T extends PlacedDocument> List<Hit<T>> read(Request<T> request, @Nullable RoughPosition after, int size) {
        return read(request, IndexQuery.of(request.criteria(), request.explained()), after, size);
    }

    /** As {@link #read}, but only what lies at an edge: whether it counts needs a look. */
    public <T extends PlacedDocument> List<Hit<T>> readEdges(
            Request<T> request, @Nullable RoughPosition after, int size) {
        return read(request, IndexQuery.perhaps(request.criteria()), after, size);
    }

    private <T extends PlacedDocument> List<Hit<T>> read(
            Request<T> request, Query query, @Nullable RoughPosition after, int size) {
        SearchRequest.Builder search = new SearchRequest.Builder()
                .index(settings.alias(request.index()))
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .query(query)
                .sort(IndexQuery.order(request.ranking(), request.origin()));
        if (after != null) {
            search.searchAfter(IndexQuery.after(request.ranking(), after));
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
