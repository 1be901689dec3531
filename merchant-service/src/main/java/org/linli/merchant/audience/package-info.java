/**
 * Precise audiences (rule M-5): what is known of each consumer in one document, built from events; segments, which are
 * saved rules over it; snapshots of them for whoever sends, under consent and frequency caps. Allowed dependencies:
 * onboarding, branch, category, the starter and the event contracts.
 */
@NullMarked
package org.linli.merchant.audience;

import org.jspecify.annotations.NullMarked;
