/**
 * Soft information (rule L-4): questions that both investigators answer, their score, and how far sources differ; pure
 * calculation. Allowed dependencies: the JDK, annotations of limits.
 */
@NullMarked
package org.linli.loan.investigation.soft;

import org.jspecify.annotations.NullMarked;
