/**
 * Applications that are not finished yet (rule M-1): one draft a person, saved as often as they like, resumed anywhere,
 * discarded, or handed in when all is there. The bank sees nothing of it before. Allowed dependencies: onboarding, branch,
 * dossier, category, the starter.
 */
@NullMarked
package org.linli.merchant.draft;

import org.jspecify.annotations.NullMarked;
