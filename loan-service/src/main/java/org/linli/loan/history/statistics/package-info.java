/**
 * Fitting a scorecard to past cases and judging it. The one place for floating-point numbers: they are shares and odds
 * here, never money. Allowed dependencies: {@code policy.kernel}, Hipparchus.
 */
@NullMarked
package org.linli.loan.history.statistics;

import org.jspecify.annotations.NullMarked;
