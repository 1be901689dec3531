/**
 * The library of cross-checks (rule L-6) as pure calculation: quantities with their sources in, verdicts out. Allowed
 * dependencies: the JDK.
 */
@NullMarked
package org.linli.loan.crosscheck.kernel;

import org.jspecify.annotations.NullMarked;
