package org.linli.geosearch.nearby;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;

/** A merchant near the place asked for; distance and point as in {@link NearbyOffer}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NearbyMerchant(
        String merchantId,
        String name,
        String category,
        double distanceMeters,
        LocatedPoint point,
        @Nullable Explanation explanation) {

    static NearbyMerchant of(Ranked<MerchantDocument> ranked, Crs crs) {
        MerchantDocument merchant = ranked.document();
        return new NearbyMerchant(
                merchant.id(),
                merchant.name(),
                merchant.category(),
                ranked.position().meters(),
                LocatedPoint.of(merchant.location().point(), crs),
                Explanation.of(ranked));
    }
}
