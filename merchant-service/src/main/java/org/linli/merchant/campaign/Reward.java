package org.linli.merchant.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What one gets.
 *
 * @param offerId the offer whose coupon it is; null for other kinds
 * @param merchantId whose offer that is
 * @param points null for other kinds
 * @param text words for whoever wins
 */
public record Reward(
        Kind kind,
        @Nullable String offerId,
        @Nullable String merchantId,
        @Nullable Long points,
        @Nullable String text) {
    /** The kinds of reward. */
    public enum Kind {
        COUPON,
        POINTS,
        MESSAGE
    }
}
