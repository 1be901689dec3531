package org.linli.merchant.offer;

/**
 * The steps of an offer's life. Whether a SCHEDULED one has begun and a LIVE one is over says the clock at once; the
 * {@link OfferSchedule} writes it down and tells the world.
 */
enum OfferStatus {
    DRAFT,
    IN_REVIEW,
    REJECTED,
    SCHEDULED,
    LIVE,
    PAUSED,
    ENDED
}
