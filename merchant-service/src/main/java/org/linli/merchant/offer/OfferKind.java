package org.linli.merchant.offer;

/** How an offer lowers the price. */
public enum OfferKind {
    PERCENT,
    CASH_OFF,
    FIXED_PRICE,
    GIFT
}
