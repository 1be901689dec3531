/**
 * The credit report (rule L-7): asked for with the applicant's consent only, judged whether it is of the right person and
 * new enough, kept per case (the report encrypted, what it says as plain facts), and the explanation of long arrears that
 * a second person accepts. While the bureau is away the case waits; it never passes. Allowed dependencies: {@code policy}
 * and its kernel, {@code application}, {@code foureyes}, service-starter.
 */
@NullMarked
package org.linli.loan.bureau;

import org.jspecify.annotations.NullMarked;
