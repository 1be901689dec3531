package org.linli.geosearch.nearby;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.IndexReader;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.SearchIndex;
import org.linli.geosearch.projection.BranchCircles;
import org.linli.starter.geo.Crs;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Service;

/** What is near: offers one can claim now, and approved merchants; nearest first (rules G-1, G-3, G-4). */
@Service
class NearbySearch {
    static final String OFFERS = "nearby-offers";
    static final String MERCHANTS = "nearby-merchants";

    private final IndexReader index;
    private final BranchCircles branches;
    private final Clock clock;

    NearbySearch(IndexReader index, BranchCircles branches, Clock clock) {
        this.index = index;
        this.branches = branches;
        this.clock = clock;
    }

    /**
     * Offers that are live, of approved merchants, inside their window at this moment and not sold out.
     *
     * @throws ProblemException 404 for a branch that is not known or closed
     */
    Page<NearbyOffer> offers(NearbyQuery query) {
        SearchArea area = area(query);
        String kind = query.kind() == null ? null : query.kind().name();
        Criteria criteria = new Criteria(area.within(), query.category(), kind, query.words(), clock.instant());
        return page(OFFERS, SearchIndex.OFFERS, OfferDocument.class, query, area, criteria, NearbyOffer::of);
    }

    /** @throws ProblemException 404 for a branch that is not known or closed */
    Page<NearbyMerchant> merchants(NearbyQuery query) {
        SearchArea area = area(query);
        Criteria criteria = new Criteria(area.within(), query.category(), null, query.words(), null);
        return page(
                MERCHANTS, SearchIndex.MERCHANTS, MerchantDocument.class, query, area, criteria, NearbyMerchant::of);
    }

    private SearchArea area(NearbyQuery query) {
        if (query.branchId() != null) {
            Circle circle = branches.of(query.branchId()).orElseThrow(ProblemException::notFound);
            return SearchArea.inBranch(circle, query.point(), query.radius());
        }
        return SearchArea.around(Objects.requireNonNull(query.point()), query.radius());
    }

    private interface Item<T, R> {
        R of(T document, double meters, Crs crs);
    }

    private <T extends PlacedDocument, R> Page<R> page(
            String list,
            SearchIndex in,
            Class<T> type,
            NearbyQuery query,
            SearchArea area,
            Criteria criteria,
            Item<T, R> item) {
        ExactOrder<T> order = new ExactOrder<>(
                (after, size) -> index.nearest(in, type, criteria, area.origin(), after, size),
                document -> area.origin().metersTo(document.location().point()),
                document -> area.contains(document.location().point()));
        List<ExactOrder.Ranked<T>> found = order.first(query.size() + 1, query.after());
        boolean more = found.size() > query.size();
        List<ExactOrder.Ranked<T>> shown = more ? found.subList(0, query.size()) : found;
        String next = more ? shown.get(shown.size() - 1).position().cursor(list) : null;
        return new Page<>(
                shown.stream()
                        .map(ranked ->
                                item.of(ranked.document(), ranked.position().meters(), query.crs()))
                        .toList(),
                next);
    }
}
