package org.linli.geosearch.nearby;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.SearchIndex;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Service;

/** What somebody who types may mean: categories, then merchants' names and offers' titles, the best fit first. */
@Service
class NearbySuggestions {
    /** Many share a title: read more than are shown. */
    private static final int READ = 60;

    private static final GeoPoint NOWHERE = new GeoPoint(0, 0);

    private final IndexReader index;
    private final NearbySearch search;
    private final Clock clock;

    NearbySuggestions(IndexReader index, NearbySearch search, Clock clock) {
        this.index = index;
        this.search = search;
        this.clock = clock;
    }

    enum Kind {
        CATEGORY,
        MERCHANT,
        OFFER
    }

    record Suggestion(String text, Kind kind) {}

    record Suggestions(List<Suggestion> items) {}

    /** Near the place when there is one, else anywhere. */
    Suggestions suggest(NearbyQuery query) {
        if (query.filter().words().isEmpty()) {
            throw FieldReader.refused("q", null, "1 to 50 characters");
        }
        SearchArea area = area(query.place());
        Map<String, Suggestion> byText = new LinkedHashMap<>();
        Category.startingWith(String.join("", query.filter().words()))
                .forEach(name -> byText.put(name, new Suggestion(name, Kind.CATEGORY)));
        List<Found> found = found(query, area, false);
        if (found.isEmpty() && byText.isEmpty()) {
            found = found(query, area, true);
        }
        found.stream()
                .sorted(java.util.Comparator.comparingLong(Found::rank))
                .forEach(one -> byText.putIfAbsent(one.suggestion.text, one.suggestion));
        return new Suggestions(byText.values().stream().limit(query.size()).toList());
    }

    private @Nullable SearchArea area(NearbyQuery.Place place) {
        boolean anywhere = place.point() == null && place.branchId() == null && place.box() == null;
        return anywhere ? null : search.area(place);
    }

    private record Found(Suggestion suggestion, long rank) {}

    private List<Found> found(NearbyQuery query, @Nullable SearchArea area, boolean withTypos) {
        SearchArea within = area == null ? new SearchArea(NOWHERE, List.of()) : area;
        List<Found> found = new ArrayList<>();
        Criteria merchants = search.criteria(NearbyList.MERCHANTS, within, query.filter(), withTypos, clock.instant());
        read(SearchIndex.MERCHANTS, MerchantDocument.class, merchants, within.origin())
                .forEach(hit -> found.add(found(hit, hit.document().name(), Kind.MERCHANT)));
        Criteria offers = search.criteria(NearbyList.OFFERS, within, query.filter(), withTypos, clock.instant());
        read(SearchIndex.OFFERS, OfferDocument.class, offers, within.origin())
                .forEach(hit -> found.add(found(hit, hit.document().title(), Kind.OFFER)));
        return found;
    }

    private <T extends PlacedDocument> List<Hit<T>> read(
            SearchIndex in, Class<T> type, Criteria criteria, GeoPoint origin) {
        Objects.requireNonNull(criteria.keywords());
        return index.read(new IndexReader.Request<>(in, type, criteria, Ranking.RELEVANCE, origin, false), null, READ);
    }

    private static Found found(Hit<?> hit, String text, Kind kind) {
        return new Found(new Suggestion(text, kind), hit.position().rank());
    }
}
