/**
 * Taking part in campaigns (rule M-4): limits by structure, draws that can be checked, prizes never over-issued under
 * any concurrency or crash, points, invitations, message bottles and the figures of a campaign. Allowed dependencies:
 * audience, campaign, sameperson, coupon, points, review (its list of words), offer (strict bodies), the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.participation;

import org.jspecify.annotations.NullMarked;
