package org.linli.geosearch.nearby;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.cells.Cells;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.IndexCounts;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.RoughPosition;
import org.linli.geosearch.index.SearchIndex;
import org.springframework.stereotype.Component;

/** How many there are of each category and kind, the field's own filter left aside; exact at the edge too. */
@Component
class Facets {
    private static final int PAGE = 1_000;

    private final IndexCounts counts;
    private final IndexReader index;

    Facets(IndexCounts counts, IndexReader index) {
        this.counts = counts;
        this.index = index;
    }

    <T extends PlacedDocument> Map<String, Map<String, Long>> count(
            IndexReader.Request<T> request, Candidates.Source<T> source, Cells.@Nullable Contents known) {
        Criteria asked = request.criteria();
        Map<String, Criteria> fields = new HashMap<>();
        fields.put(
                "category",
                new Criteria(asked.within(), null, asked.kind(), asked.keywords(), asked.sale(), asked.open()));
        if (request.index() == SearchIndex.OFFERS) {
            fields.put(
                    "kind",
                    new Criteria(asked.within(), asked.category(), null, asked.keywords(), asked.sale(), asked.open()));
        }
        Map<String, Map<String, Long>> found = new TreeMap<>();
        if (known != null) {
            source.inCells().apply(known).stream()
                    .flatMap(block -> block.documents().stream())
                    .filter(asked::contains)
                    .forEach(document -> add(found, fields, document));
        } else {
            counts.byValue(request.index(), asked.withoutFacets(), fields)
                    .forEach((field, values) -> found.put(field, new TreeMap<>(values)));
            addEdges(request, found, fields);
        }
        fields.keySet().forEach(field -> found.putIfAbsent(field, Map.of()));
        return found;
    }

    private <T extends PlacedDocument> void addEdges(
            IndexReader.Request<T> request, Map<String, Map<String, Long>> found, Map<String, Criteria> fields) {
        Criteria all = request.criteria().withoutFacets();
        IndexReader.Request<T> edges = new IndexReader.Request<>(
                request.index(), request.type(), all, Ranking.DISTANCE, request.origin(), false);
        RoughPosition after = null;
        List<Hit<T>> hits;
        do {
            hits = index.readEdges(edges, after, PAGE);
            hits.stream().map(Hit::document).filter(all::contains).forEach(document -> add(found, fields, document));
            after = hits.isEmpty() ? null : hits.get(hits.size() - 1).position();
        } while (hits.size() == PAGE);
    }

    private static void add(
            Map<String, Map<String, Long>> found, Map<String, Criteria> fields, PlacedDocument document) {
        fields.forEach((field, criteria) -> {
            if (criteria.admits(document)) {
                found.computeIfAbsent(field, same -> new TreeMap<>()).merge(value(field, document), 1L, Long::sum);
            }
        });
    }

    private static String value(String field, PlacedDocument document) {
        if (document instanceof OfferDocument offer) {
            return field.equals("kind") ? offer.kind() : offer.category();
        }
        return ((MerchantDocument) document).category();
    }
}
