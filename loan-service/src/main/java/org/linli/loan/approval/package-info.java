/**
 * The bank's decision on a case (rules L-8, P-2): who may decide at which amount, alone or as a committee, what was
 * decided on which terms and conditions and why, and the appeal against it. One {@link org.linli.loan.approval.Decision}
 * per case and round is stored first, then the case moves. Other features read {@link
 * org.linli.loan.approval.Decisions} and {@link org.linli.loan.approval.Conditions}, a rules engine records through
 * {@link org.linli.loan.approval.RecordingDecisions}, and whoever has an assessment or investigation of a case offers
 * it by {@link org.linli.loan.approval.AssessmentSource} and {@link org.linli.loan.approval.InvestigationSource}. Who
 * made something of an approval is asked by {@link org.linli.loan.approval.RenewalGuard} before it is decided on anew.
 * Allowed dependencies: {@code approval.kernel}, {@code application}, {@code foureyes}, {@code product}, {@code
 * staff}, the
 * calculation kernel's names of methods, {@code contract.paper} for printing, service-starter.
 */
@NullMarked
package org.linli.loan.approval;

import org.jspecify.annotations.NullMarked;
