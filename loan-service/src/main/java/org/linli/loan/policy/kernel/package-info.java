/**
 * Policies as pure functions: facts and values go in, findings with their trace, points and a price come out (rules L-7,
 * L-9, L-10). Nothing here knows a store, a clock or the web, so that a decision of years ago is worked out again from
 * what was stored then. Allowed dependencies: the JDK.
 */
@NullMarked
package org.linli.loan.policy.kernel;

import org.jspecify.annotations.NullMarked;
