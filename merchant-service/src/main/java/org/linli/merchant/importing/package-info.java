/**
 * The bank's own lists of places: merchants it knows already, each with an offer, in batches that may be repeated.
 * Allowed dependencies: onboarding, offer, category and the starter.
 */
@NullMarked
package org.linli.merchant.importing;

import org.jspecify.annotations.NullMarked;
