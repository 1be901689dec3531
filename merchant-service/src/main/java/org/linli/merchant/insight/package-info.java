/**
 * What an offer brought (rule M-6): the service's own coupon events become figures per merchant, day, offer and hour
 * that are the same after repeats, late events and crashes; looks at offers are counted roughly. Allowed dependencies:
 * offer, onboarding, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.insight;

import org.jspecify.annotations.NullMarked;
