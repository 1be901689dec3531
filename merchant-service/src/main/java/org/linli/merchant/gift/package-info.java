/**
 * A coupon given to a friend (rule M-3): its holder makes a link, one person takes it within a bounded time, and else it
 * is the holder's again. Each step is one write of one coupon; what a crash leaves between two of them is finished by
 * the service's own event. Allowed dependencies: coupon, offer, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.gift;

import org.jspecify.annotations.NullMarked;
