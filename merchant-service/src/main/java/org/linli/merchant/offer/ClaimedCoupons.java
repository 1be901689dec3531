package org.linli.merchant.offer;

/** What a pause means for coupons that are out already. */
public enum ClaimedCoupons {
    /** They can be redeemed as if nothing had happened. */
    HONOURED,
    /** They wait until the pause is over; their validity does not. */
    SUSPENDED
}
