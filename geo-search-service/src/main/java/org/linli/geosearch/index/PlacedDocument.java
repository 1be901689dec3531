package org.linli.geosearch.index;

/** Whatever lies somewhere and can be found by distance. */
public sealed interface PlacedDocument permits OfferDocument, MerchantDocument {
    String id();

    Location location();
}
