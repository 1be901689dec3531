package org.linli.merchant.redemption;

import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.coupon.Redemption;
import org.linli.merchant.coupon.Reversal;

/** What became of a code, a redemption or its reversal. */
sealed interface RedemptionResult {
    record CodeShown(RedemptionCode code, String merchantId) implements RedemptionResult {}

    record Redeemed(Coupon coupon, Redemption redemption) implements RedemptionResult {}

    record Reversed(Coupon coupon, Reversal reversal) implements RedemptionResult {}

    record Refused(Reason reason) implements RedemptionResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN_COUPON,
        UNKNOWN_CODE,
        UNKNOWN_REDEMPTION,
        WRONG_MERCHANT,
        ALREADY_REDEEMED,
        COUPON_EXPIRED,
        ON_OFFER_AS_GIFT,
        GIVEN_AWAY,
        OFFER_SUSPENDED,
        OUTSIDE_HOURS,
        CODE_EXPIRED,
        SCANNED_IN_FUTURE,
        SCANNED_TOO_LONG_AGO,
        NOT_REDEEMED,
        WINDOW_CLOSED
    }

    static RedemptionResult refused(Reason reason) {
        return new Refused(reason);
    }
}
