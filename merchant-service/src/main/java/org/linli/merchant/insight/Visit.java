package org.linli.merchant.insight;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.linli.events.CouponEvent;

/**
 * One redemption of a customer.
 *
 * @param told whether the redemption itself is known: its reversal may have come first, and says neither when nor how
 *     much it was
 */
record Visit(
        String redemptionId,
        String offerId,
        Instant at,
        @Nullable Long billFen,
        boolean told,
        boolean takenBack) {

    static final Comparator<Visit> BY_TIME = Comparator.comparing(Visit::at).thenComparing(Visit::redemptionId);

    static Visit of(CouponEvent.Redeemed redeemed, boolean takenBack) {
        return new Visit(
                redeemed.redemptionId(),
                redeemed.offerId(),
                redeemed.redeemedAt(),
                redeemed.billFen(),
                true,
                takenBack);
    }

    static Visit of(CouponEvent.Reversed reversed) {
        return new Visit(reversed.redemptionId(), reversed.offerId(), reversed.reversedAt(), null, false, true);
    }

    Visit reversed() {
        return new Visit(redemptionId, offerId, at, billFen, told, true);
    }

    boolean counts() {
        return told && !takenBack;
    }
}
