/**
 * What the bank owes shops for offers that it subsidises (rule M-3): the service's own coupon events become lines, and a
 * merchant's lines of a closed day are a file that is the same bytes for ever. Allowed dependencies: onboarding, the
 * starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.subsidy;

import org.jspecify.annotations.NullMarked;
