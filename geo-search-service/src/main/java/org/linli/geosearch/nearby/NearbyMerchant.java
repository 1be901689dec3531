package org.linli.geosearch.nearby;

import org.linli.geosearch.index.MerchantDocument;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;

/** A merchant near the place asked for; distance and point as in {@link NearbyOffer}. */
record NearbyMerchant(String merchantId, String name, String category, double distanceMeters, LocatedPoint point) {

    static NearbyMerchant of(MerchantDocument merchant, double meters, Crs crs) {
        return new NearbyMerchant(
                merchant.id(),
                merchant.name(),
                merchant.category(),
                meters,
                LocatedPoint.of(merchant.location().point(), crs));
    }
}
