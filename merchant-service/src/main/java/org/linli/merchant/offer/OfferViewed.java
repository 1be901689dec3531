package org.linli.merchant.offer;

/** Somebody looked at an offer. Stays inside this process: whoever counts it does so in memory. */
public record OfferViewed(String offerId, String merchantId) {}
