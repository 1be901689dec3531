/**
 * Coupons: claimed never more often than the stock and the personal limit allow, under any concurrency and any crash
 * (rule M-3, see RATIONALE.md), held by their consumer, expiring by the clock. Allowed dependencies: offer, audience, abuse, sameperson,
 * onboarding, stock, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.coupon;

import org.jspecify.annotations.NullMarked;
