package org.linli.wechat.nearby;

/** @param distanceMeters from the place that was asked for */
public record NearbyOffer(String offerId, String title, String merchantName, double distanceMeters) {}
