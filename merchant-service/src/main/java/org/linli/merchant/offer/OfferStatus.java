package org.linli.merchant.offer;

/** SCHEDULED is never stored: it is LIVE before its window. */
enum OfferStatus {
    DRAFT,
    IN_REVIEW,
    REJECTED,
    SCHEDULED,
    LIVE,
    PAUSED,
    ENDED
}
