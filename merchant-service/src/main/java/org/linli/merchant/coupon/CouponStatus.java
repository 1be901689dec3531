package org.linli.merchant.coupon;

/** EXPIRED is never stored: it is CLAIMED after the window. GIVEN: a friend has taken it, and holds another one for it. */
public enum CouponStatus {
    CLAIMED,
    REDEEMED,
    EXPIRED,
    GIVEN
}
