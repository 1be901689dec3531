package org.linli.merchant.offer;

import java.time.Instant;

/**
 * What the coupon feature needs to know of an offer.
 *
 * @param claimable whether a coupon may be claimed at the moment that was asked for
 */
public record ClaimableOffer(
        String offerId, String merchantId, String title, Instant validUntil, int perPersonLimit, boolean claimable) {}
