/**
 * The rules engine: which version of the policies is in force, what is known of a case, what the policies find about it,
 * and the trace that explains it later (rules L-7, L-9, L-10). Other features tell facts by a {@link
 * org.linli.loan.policy.FactSource} and read results from {@link org.linli.loan.policy.Assessments}. Allowed dependencies:
 * {@code policy.kernel}, {@code application}, {@code product}, {@code foureyes}, service-starter.
 */
@NullMarked
package org.linli.loan.policy;

import org.jspecify.annotations.NullMarked;
