package org.linli.merchant.stock;

/** Names one reservation: of this coupon, by this claim. */
public record Taken(String offerId, String couponId, String claimId) {}
