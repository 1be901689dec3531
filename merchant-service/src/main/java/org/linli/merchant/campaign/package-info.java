/**
 * Campaigns (rule M-4): what is planned, agreed to, looked at by a second person and published; one plain model for all
 * kinds. Taking part is the next package's. Allowed dependencies: offer, onboarding, audience, foureyes, the starter and the event
 * contracts.
 */
@NullMarked
package org.linli.merchant.campaign;

import org.jspecify.annotations.NullMarked;
