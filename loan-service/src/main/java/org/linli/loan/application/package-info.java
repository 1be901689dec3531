/**
 * Loan applications: who may apply (rules E-1 to E-4), in which stage an application is, until when the bank promised
 * to finish it and who is responsible (rule L-1). The facade is {@link org.linli.loan.application.LoanApplications}.
 * Allowed dependencies: {@code product}, {@code calendar}, {@code merchant}, {@code staff}, {@code sealing},
 * {@code foureyes}, service-starter, event-contracts.
 */
@NullMarked
package org.linli.loan.application;

import org.jspecify.annotations.NullMarked;
