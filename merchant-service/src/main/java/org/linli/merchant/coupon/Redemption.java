package org.linli.merchant.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one time a coupon is used.
 *
 * @param redemptionId names the coupon and counts its redemptions
 * @param keyScope the idempotency key of the request, by which a repeat recognises it
 * @param at when it was handed in, which is what its day and its reversal count from
 * @param scannedAt when the code was seen in the shop, at or before {@code at}; absent from older documents
 * @param billFen what the customer paid, when the cashier said so
 * @param subsidyFen what the bank adds to it, as the offer promised at this moment; null = nothing
 */
public record Redemption(
        String redemptionId,
        String cashierId,
        String keyScope,
        Instant at,
        @Nullable Long billFen,
        @Nullable Instant scannedAt,
        @Nullable Long subsidyFen) {}
