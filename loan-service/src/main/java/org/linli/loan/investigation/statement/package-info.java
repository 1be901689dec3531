/**
 * The three statements built in the visit and how they tie (rule L-5); pure calculation. Allowed dependencies: the JDK,
 * annotations of limits.
 */
@NullMarked
package org.linli.loan.investigation.statement;

import org.jspecify.annotations.NullMarked;
