package org.linli.merchant.campaign;

import org.jspecify.annotations.Nullable;

/**
 * One prize of a campaign. Without a chance it is certain as soon as its condition holds; those with a chance share one
 * draw, of which at most one comes out.
 *
 * @param id p1, p2 ... by place in the plan
 * @param quantity how many there are; null = any number
 * @param chance parts of {@link #WHOLE}; null = certain
 * @param side who of an invitation gets it; null elsewhere
 */
public record Prize(
        String id,
        String name,
        Reward reward,
        @Nullable Integer quantity,
        @Nullable Integer chance,
        When when,
        @Nullable Side side) {
    /** 100 %: a draw is a whole number from 0 to just below it. */
    public static final int WHOLE = 1_000_000;

    /** Percent have this many decimals. */
    static final int PERCENT_SCALE = 4;

    public boolean isFor(@Nullable Side who) {
        return side == who;
    }
}
