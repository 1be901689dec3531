package org.linli.merchant.coupon;

import java.time.Instant;

/** A redemption taken back. */
public record Reversal(String redemptionId, String ownerId, String reason, String keyScope, Instant at) {}
