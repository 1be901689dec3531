/**
 * Loans of the past as cases: imported with a documented mapping that guesses nothing, used to fit a scorecard and to try
 * out versions of the policies. Allowed dependencies: {@code history.statistics}, {@code whatif}, {@code policy.kernel},
 * service-starter, FastCSV.
 */
@NullMarked
package org.linli.loan.history;

import org.jspecify.annotations.NullMarked;
