package org.linli.merchant.offer;

/** Whether an offer's coupons may be redeemed at a moment. */
public enum Redeemable {
    YES,
    /** The offer is paused, its coupons with it. */
    SUSPENDED,
    OUTSIDE_HOURS
}
