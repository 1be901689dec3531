/**
 * The coupon used in the shop, once (rule M-3): its consumer shows a short-lived code, a cashier of that merchant
 * redeems it, the owner may take it back within a day. Allowed dependencies: coupon, offer and
 * the starter.
 */
@NullMarked
package org.linli.merchant.redemption;

import org.jspecify.annotations.NullMarked;
