package org.linli.merchant.coupon;

/** EXPIRED is never stored: it is CLAIMED after the window. */
public enum CouponStatus {
    CLAIMED,
    REDEEMED,
    EXPIRED
}
