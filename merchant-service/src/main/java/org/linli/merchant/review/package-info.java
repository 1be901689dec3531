/**
 * Reviews of merchants by people who redeemed there (rule M-7): one a redemption, looked at by the branch's staff before
 * anybody else sees it, answered by the owner. Allowed dependencies: coupon, sameperson, onboarding, foureyes, the starter and the
 * event contracts.
 */
@NullMarked
package org.linli.merchant.review;

import org.jspecify.annotations.NullMarked;
