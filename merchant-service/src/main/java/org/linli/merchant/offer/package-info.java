/**
 * Offers from draft to end (rule M-2): what a merchant promises, for how long, how often. An offer that is live has its
 * stock laid in. Allowed dependencies: onboarding, audience, branch, category, stock, foureyes, the starter and the event
 * contracts.
 */
@NullMarked
package org.linli.merchant.offer;

import org.jspecify.annotations.NullMarked;
