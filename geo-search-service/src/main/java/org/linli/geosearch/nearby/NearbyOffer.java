package org.linli.geosearch.nearby;

import java.time.Instant;
import org.linli.geosearch.index.OfferDocument;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;

/**
 * An offer near the place asked for.
 *
 * @param distanceMeters haversine over GCJ-02, in full precision
 * @param point in the coordinate system of the request
 * @param validUntil exclusive
 */
record NearbyOffer(
        String offerId,
        String merchantId,
        String merchantName,
        String title,
        String category,
        double distanceMeters,
        LocatedPoint point,
        String kind,
        Instant validUntil,
        int stockLeft) {

    static NearbyOffer of(OfferDocument offer, double meters, Crs crs) {
        return new NearbyOffer(
                offer.id(),
                offer.merchantId(),
                offer.merchantName(),
                offer.title(),
                offer.category(),
                meters,
                LocatedPoint.of(offer.location().point(), crs),
                offer.kind(),
                Instant.ofEpochMilli(offer.validUntil()),
                offer.stockLeft());
    }
}
