/**
 * Tells once of every coupon whose window closed unused (rule M-3), for figures and reminders. Nothing else depends on it:
 * whether a coupon is valid is decided by the clock. Allowed dependencies: coupon, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.expiry;

import org.jspecify.annotations.NullMarked;
