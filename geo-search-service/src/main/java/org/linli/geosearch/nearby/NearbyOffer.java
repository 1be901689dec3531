package org.linli.geosearch.nearby;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.OfferDocument;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An offer near the place asked for.
 *
 * @param distanceMeters haversine over GCJ-02, in full precision
 * @param point in the coordinate system of the request
 * @param validUntil exclusive
 * @param explanation only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NearbyOffer(
        String offerId,
        String merchantId,
        String merchantName,
        String title,
        String category,
        double distanceMeters,
        LocatedPoint point,
        String kind,
        @JsonSerialize(using = RememberedInstants.class) Instant validUntil,
        int stockLeft,
        @Nullable Explanation explanation) {

    static NearbyOffer of(Ranked<OfferDocument> ranked, Crs crs) {
        OfferDocument offer = ranked.document();
        return new NearbyOffer(
                offer.id(),
                offer.merchantId(),
                offer.merchantName(),
                offer.title(),
                offer.category(),
                ranked.position().meters(),
                LocatedPoint.of(offer.location().point(), crs),
                offer.kind(),
                Instant.ofEpochMilli(offer.validUntil()),
                offer.stockLeft(),
                Explanation.of(ranked));
    }
}
