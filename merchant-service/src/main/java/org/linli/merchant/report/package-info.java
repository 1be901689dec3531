/**
 * Problems that people report about an offer, a merchant or a coupon of theirs (rule M-7), and what the branch's staff do
 * about them. Allowed dependencies: coupon, offer, onboarding, foureyes, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.report;

import org.jspecify.annotations.NullMarked;
