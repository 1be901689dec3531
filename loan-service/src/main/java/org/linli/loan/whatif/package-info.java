/**
 * What if: another version of the policies over past cases, and who would change. Past cases come from {@link
 * org.linli.loan.whatif.PastCases}; nothing here decides anything. Allowed dependencies: {@code policy} and its kernel,
 * service-starter, FastCSV.
 */
@NullMarked
package org.linli.loan.whatif;

import org.jspecify.annotations.NullMarked;
