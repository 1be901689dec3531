/**
 * The papers a merchant has to show (rule M-1) by the reviewed table {@code onboarding/papers.csv}, and what it has handed
 * in: photos for everybody, papers for the bank. Allowed dependencies: category, the starter.
 */
@NullMarked
package org.linli.merchant.dossier;

import org.jspecify.annotations.NullMarked;
