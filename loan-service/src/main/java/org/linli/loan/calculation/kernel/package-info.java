/**
 * The arithmetic of repayment (rule L-20): terms in, schedule out. Pure functions on integer fen and exact fractions;
 * every rounding is HALF_UP to a fen and happens in a named place. Allowed dependencies: the JDK, nothing else.
 */
@NullMarked
package org.linli.loan.calculation.kernel;

import org.jspecify.annotations.NullMarked;
