/**
 * Lets concurrent calls go to the store together: one write for all who wait, an exact answer for each. Knows nothing of
 * offers or coupons. Allowed dependencies: the starter.
 */
@NullMarked
package org.linli.merchant.grouping;

import org.jspecify.annotations.NullMarked;
