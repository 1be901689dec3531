/**
 * Notices what looks like abuse of coupons and tells the branch's staff (rule M-8); refuses only what no person can do.
 * Policies are pure functions with settings. Allowed dependencies: onboarding, foureyes, the starter and the event
 * contracts.
 */
@NullMarked
package org.linli.merchant.abuse;

import org.jspecify.annotations.NullMarked;
