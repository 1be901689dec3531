package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.GeoDistanceType;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch for candidates, nearest first; the exact edge and order are decided by the caller (rule G-1). */
@Component
public class IndexReader {
    /** Covers the rounding of Elasticsearch's distances, so that a point on the exact edge is never missed. */
    private static final double EDGE_METERS = 1;

    private final ElasticsearchClient elasticsearch;
    private final IndexCalls calls;
    private final CircuitBreaker breaker;
    private final IndexSettings settings;

    IndexReader(ElasticsearchClient elasticsearch, IndexCalls calls, CircuitBreaker breaker, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
        this.calls = calls;
        this.breaker = breaker;
        this.settings = settings;
    }

    /**
     * Documents by (rough distance from the origin, id).
     *
     * @param after where to continue; null = from the nearest
     * @return fewer than {@code size} when there are no more
     * @throws DependencyUnavailableException when Elasticsearch does not answer in time
     */
    public <T extends PlacedDocument> List<Hit<T>> nearest(
            SearchIndex index,
            Class<T> type,
            Criteria criteria,
            GeoPoint origin,
            @Nullable RoughPosition after,
            int size) {
        SearchRequest request = request(index, criteria, origin, after, size);
        try {
            return breaker.executeSupplier(
                    () -> calls.call(() -> elasticsearch.search(request, type).hits().hits().stream()
                            .map(IndexReader::hit)
                            .toList()));
        } catch (CallNotPermittedException e) {
            throw new DependencyUnavailableException("elasticsearch", e);
        }
    }

    private SearchRequest request(
            SearchIndex index, Criteria criteria, GeoPoint origin, @Nullable RoughPosition after, int size) {
        SearchRequest.Builder search = new SearchRequest.Builder()
                .index(settings.alias(index))
                .size(size)
                .trackTotalHits(total -> total.enabled(false))
                .query(query -> query.bool(all -> all.filter(filters(criteria))))
                .sort(sort -> sort.geoDistance(distance -> distance.field("location")
                        .location(
                                place -> place.latlon(at -> at.lat(origin.lat()).lon(origin.lng())))
                        .distanceType(GeoDistanceType.Arc)
                        .unit(DistanceUnit.Meters)
                        .order(SortOrder.Asc)))
                .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)));
        if (after != null) {
            search.searchAfter(FieldValue.of(after.meters()), FieldValue.of(after.id()));
        }
        return search.build();
    }

    private static List<Query> filters(Criteria criteria) {
        List<Query> filters = new ArrayList<>();
        filters.add(term("live", FieldValue.TRUE));
        criteria.within().forEach(circle -> filters.add(inside(circle)));
        if (criteria.category() != null) {
            filters.add(term("category", FieldValue.of(criteria.category())));
        }
        if (criteria.kind() != null) {
            filters.add(term("kind", FieldValue.of(criteria.kind())));
        }
        criteria.words()
                .forEach(word -> filters.add(Query.of(
                        query -> query.matchPhrase(match -> match.field("text").query(SearchText.phrase(word))))));
        if (criteria.onSaleAt() != null) {
            filters.addAll(onSale(criteria.onSaleAt()));
        }
        return filters;
    }

    private static List<Query> onSale(Instant at) {
        String now = String.valueOf(at.toEpochMilli());
        return List.of(
                Query.of(q -> q.range(r -> r.date(d -> d.field("validFrom").lte(now)))),
                Query.of(q -> q.range(r -> r.date(d -> d.field("validUntil").gt(now)))),
                Query.of(q -> q.range(r -> r.number(n -> n.field("stockLeft").gt(0.0)))));
    }

    private static Query term(String field, FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query inside(Circle circle) {
        return Query.of(query -> query.geoDistance(geo -> geo.field("location")
                .location(place -> place.latlon(
                        at -> at.lat(circle.centre().lat()).lon(circle.centre().lng())))
                .distance(circle.radiusMeters() + EDGE_METERS + "m")
                .distanceType(GeoDistanceType.Arc)));
    }

    private static <T extends PlacedDocument> Hit<T> hit(co.elastic.clients.elasticsearch.core.search.Hit<T> found) {
        T document = found.source();
        FieldValue meters = found.sort().get(0);
        if (document == null) {
            throw new IllegalStateException("hit without source: " + found.id());
        }
        double distance = meters.isLong() ? meters.longValue() : meters.doubleValue();
        return new Hit<>(document, new RoughPosition(distance, document.id()));
    }
}
