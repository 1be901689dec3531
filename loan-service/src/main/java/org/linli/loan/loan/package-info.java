/**
 * Loans that were paid out, with their schedules, and lines from which loans are drawn (最高额循环). Servicing comes later.
 * The facades are {@link org.linli.loan.loan.Loans} and {@link org.linli.loan.loan.CreditLines}. Allowed dependencies:
 * the calculation kernel, service-starter, event-contracts.
 */
@NullMarked
package org.linli.loan.loan;

import org.jspecify.annotations.NullMarked;
