/**
 * How many coupons an offer has left, one document per offer, every change one atomic update (rule M-3). A coupon that
 * is about to be given away is reserved first; a reservation ends by being confirmed or released, never both. Knows
 * nothing of offers or coupons but their ids. Allowed dependencies: the starter.
 */
@NullMarked
package org.linli.merchant.stock;

import org.jspecify.annotations.NullMarked;
