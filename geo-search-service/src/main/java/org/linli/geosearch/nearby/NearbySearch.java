package org.linli.geosearch.nearby;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.audience.OwnAudiences;
import org.linli.geosearch.cells.Cells;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.Holidays;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.Keywords;
import org.linli.geosearch.index.OpenAt;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.projection.BranchCircles;
import org.linli.starter.geo.Crs;
import org.linli.starter.web.ProblemException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** What is near: offers one can claim now, and approved merchants (rules G-1, G-3, G-4). */
@Service
@EnableConfigurationProperties(NearbySettings.class)
class NearbySearch {
    private final Candidates candidates;
    private final Facets facets;
    private final BranchCircles branches;
    private final OwnAudiences audiences;
    private final NearbySettings settings;
    private final Holidays holidays;
    private final Clock clock;

    NearbySearch(
            Candidates candidates,
            Facets facets,
            BranchCircles branches,
            OwnAudiences audiences,
            NearbySettings settings,
            Clock clock) {
        this.candidates = candidates;
        this.facets = facets;
        this.branches = branches;
        this.audiences = audiences;
        this.settings = settings;
        this.holidays = settings.calendar();
        this.clock = clock;
    }

    /**
     * Offers that are live, of approved merchants, inside their window at this moment and not sold out.
     *
     * @throws ProblemException 404 for a branch that is not known or closed, 400 for a cursor that is not this query's
     */
    NearbyPage<NearbyOffer> offers(NearbyQuery query) {
        return page(query, Candidates.Source.OFFERS, NearbyOffer::of);
    }

    /** @throws ProblemException as {@link #offers} */
    NearbyPage<NearbyMerchant> merchants(NearbyQuery query) {
        return page(query, Candidates.Source.MERCHANTS, NearbyMerchant::of);
    }

    /** @throws ProblemException 404 for a branch that is not known or closed */
    SearchArea area(NearbyQuery.Place place) {
        SearchArea area;
        if (place.branchId() != null) {
            Circle circle = branches.of(place.branchId()).orElseThrow(ProblemException::notFound);
            area = SearchArea.inBranch(circle, place.point(), place.radius());
            return place.box() == null ? area : area.and(place.box());
        }
        return place.box() == null
                ? SearchArea.around(Objects.requireNonNull(place.point()), place.radius())
                : SearchArea.inBox(place.box(), place.point(), place.radius());
    }

    Criteria criteria(NearbyList list, SearchArea area, NearbyQuery.Filter filter, boolean withTypos, Instant now) {
        OpenAt open = filter.openNow() ? OpenAt.of(now, holidays) : null;
        Keywords keywords = filter.words().isEmpty() ? null : new Keywords(filter.words(), withTypos);
        if (list == NearbyList.MERCHANTS) {
            return new Criteria(area.within(), filter.category(), null, keywords, null, open);
        }
        Criteria.Sale sale = new Criteria.Sale(now.toEpochMilli(), filter.minStock(), audiences.ofCaller());
        String kind = filter.kind() == null ? null : filter.kind().name();
        return new Criteria(area.within(), filter.category(), kind, keywords, sale, open);
    }

    private <T extends PlacedDocument, R> NearbyPage<R> page(
            NearbyQuery query, Candidates.Source<T> source, BiFunction<Ranked<T>, Crs, R> item) {
        Instant now = clock.instant();
        PageMark after = PageMark.parse(query.after(), query::fingerprint, now, settings.cursorLife());
        SearchArea area = area(query.place());
        Found<T> found = find(query, source, area, now, after, after != null && after.withTypos());
        if (found.ranked.isEmpty() && after == null && !query.filter().words().isEmpty()) {
            found = find(query, source, area, now, null, true);
        }
        List<Ranked<T>> shown = found.ranked.subList(0, Math.min(query.size(), found.ranked.size()));
        String next = found.ranked.size() > query.size()
                ? new PageMark(shown.get(shown.size() - 1).position(), found.isWithTypos())
                        .cursor(query.fingerprint(), now)
                : null;
        return new NearbyPage<>(
                shown.stream()
                        .map(ranked -> item.apply(ranked, query.place().crs()))
                        .toList(),
                next,
                query.facets() ? facets.count(found.request, source, found.known) : null,
                found.known != null && candidates.isIndexAway() ? Boolean.TRUE : null);
    }

    private record Found<T extends PlacedDocument>(
            IndexReader.Request<T> request, Cells.@Nullable Contents known, List<Ranked<T>> ranked) {
        boolean isWithTypos() {
            Keywords keywords = request.criteria().keywords();
            return keywords != null && keywords.withTypos();
        }
    }

    private <T extends PlacedDocument> Found<T> find(
            NearbyQuery query,
            Candidates.Source<T> source,
            SearchArea area,
            Instant now,
            @Nullable PageMark after,
            boolean withTypos) {
        Criteria criteria = criteria(query.list(), area, query.filter(), withTypos, now);
        IndexReader.Request<T> request = new IndexReader.Request<>(
                source.index(), source.type(), criteria, query.ranking(), area.origin(), query.explain());
        Cells.Contents known = candidates.known(criteria);
        List<Ranked<T>> ranked =
                candidates.first(request, source, known, query.size() + 1, after == null ? null : after.position());
        return new Found<>(request, known, ranked);
    }
}
