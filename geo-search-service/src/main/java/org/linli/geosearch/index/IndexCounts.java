package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.GeoTileGridBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Component;

/** Counts without reading: facets and map tiles. */
@Component
public class IndexCounts {
    private static final int MOST_VALUES = 100;
    private static final int MOST_TILES = 5_000;

    private final ElasticsearchClient elasticsearch;
    private final GuardedSearch guard;
    private final IndexSettings settings;

    IndexCounts(SearchClient client, GuardedSearch guard, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.guard = guard;
        this.settings = settings;
    }

    /**
     * How many documents there are by each value of a field, of those that lie inside beyond doubt; the others are
     * {@link IndexReader#readEdges}.
     *
     * @param fields by name, with the other fields' filters that apply to its counts
     */
    public Map<String, Map<String, Long>> byValue(SearchIndex index, Criteria open, Map<String, Criteria> fields) {
        Map<String, Aggregation> asked = new HashMap<>();
        fields.forEach((field, filtered) -> asked.put(field, valuesOf(field, filtered)));
        SearchRequest request = counting(index, IndexQuery.surely(open), asked);
        SearchResponse<Void> response = guard.run(() -> elasticsearch.search(request, Void.class));
        Map<String, Map<String, Long>> counts = new HashMap<>();
        fields.keySet()
                .forEach(field -> counts.put(
                        field,
                        counts(Objects.requireNonNull(response.aggregations().get(field)))));
        return counts;
    }

    private static Aggregation valuesOf(String field, Criteria filtered) {
        List<Query> others = java.util.stream.Stream.of(
                        filtered.category() == null
                                ? null
                                : IndexQuery.term("category", FieldValue.of(filtered.category())),
                        filtered.kind() == null ? null : IndexQuery.term("kind", FieldValue.of(filtered.kind())))
                .filter(Objects::nonNull)
                .toList();
        return Aggregation.of(a -> a.filter(only -> only.bool(all -> all.filter(others)))
                .aggregations(
                        "values", values -> values.terms(t -> t.field(field).size(MOST_VALUES))));
    }

    private static Map<String, Long> counts(Aggregate filtered) {
        Map<String, Long> counts = new HashMap<>();
        Objects.requireNonNull(filtered.filter().aggregations().get("values"))
                .sterms()
                .buckets()
                .array()
                .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }

    /** @param tile of the Web Mercator grid, as {@code zoom/x/y}; @param centre the middle of what lies in it */
    public record TileCount(String tile, long count, GeoPoint centre) {}

    /** How many lie in each tile; the tiles' edges are the index's, which rounds to a centimetre. */
    public List<TileCount> byTile(SearchIndex index, Criteria criteria, int precision) {
        Aggregation tiles = Aggregation.of(a -> a.geotileGrid(grid ->
                        grid.field("location").precision((double) precision).size(MOST_TILES))
                .aggregations("centre", centre -> centre.geoCentroid(c -> c.field("location"))));
        SearchRequest request = counting(index, IndexQuery.of(criteria, false), Map.of("tiles", tiles));
        SearchResponse<Void> response = guard.run(() -> elasticsearch.search(request, Void.class));
        return Objects.requireNonNull(response.aggregations().get("tiles")).geotileGrid().buckets().array().stream()
                .map(IndexCounts::tile)
                .toList();
    }

    private static TileCount tile(GeoTileGridBucket bucket) {
        var centre = Objects.requireNonNull(bucket.aggregations().get("centre"))
                .geoCentroid()
                .location();
        var at = Objects.requireNonNull(centre).latlon();
        return new TileCount(bucket.key(), bucket.docCount(), new GeoPoint(at.lat(), at.lon()));
    }

    private SearchRequest counting(SearchIndex index, Query query, Map<String, Aggregation> asked) {
        return new SearchRequest.Builder()
                .index(settings.alias(index))
                .size(0)
                .trackTotalHits(total -> total.enabled(false))
                .query(query)
                .aggregations(asked)
                .build();
    }
}
