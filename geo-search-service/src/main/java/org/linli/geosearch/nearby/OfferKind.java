package org.linli.geosearch.nearby;

/** The kinds of offers by which one may search. */
enum OfferKind {
    PERCENT,
    CASH_OFF,
    FIXED_PRICE,
    GIFT
}
