package org.linli.merchant.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else holds for an offer, of whatever kind (rule M-2).
 *
 * @param perDayLimit how many of its coupons may be claimed on one day in all; null = any number
 * @param bankCardOnly only for who pays with the bank's card
 * @param pictures ids of uploaded pictures, in the order in which they are shown
 * @param segmentId whom it is meant for, kept and passed on; null = everybody
 * @param giftable whether a holder may give a coupon to a friend; absent from older documents: no
 */
record Conditions(
        @Nullable Integer perDayLimit,
        WeeklyHours weeklyHours,
        boolean bankCardOnly,
        List<String> pictures,
        @Nullable String segmentId,
        @Nullable Boolean giftable) {
    static final int MOST_PICTURES = 9;
    static final Conditions NONE = new Conditions(null, WeeklyHours.ALWAYS, false, List.of(), null, null);

    Conditions {
        pictures = List.copyOf(pictures);
    }

    boolean isGiftable() {
        return Boolean.TRUE.equals(giftable);
    }
}
