/**
 * Cross-checks with the bank's own tolerances and sector figures (rule L-6), versioned by day. Allowed dependencies: its
 * kernel, the starter.
 */
@NullMarked
package org.linli.loan.crosscheck;

import org.jspecify.annotations.NullMarked;
