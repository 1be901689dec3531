/**
 * What a reviewer and an applicant write to each other about a merchant (rule M-1). Allowed dependencies: onboarding, the
 * starter.
 */
@NullMarked
package org.linli.merchant.correspondence;

import org.jspecify.annotations.NullMarked;
