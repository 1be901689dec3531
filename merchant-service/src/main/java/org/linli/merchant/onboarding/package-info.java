/**
 * Merchants from application to closing (rule M-1): attached to a branch, decided on by that branch's staff, made known to
 * user-service so that their owner may act. Allowed dependencies: category, branch, foureyes, dossier, the
 * starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.onboarding;

import org.jspecify.annotations.NullMarked;
