/**
 * Money out, exactly once: conditions checked, the instruction stored before it is sent, no answer followed by a
 * question and never by a second payment. Also draws from lines, and taking a disbursement back. The facades are
 * {@link org.linli.loan.disbursement.Disbursing} and {@link org.linli.loan.disbursement.Drawing}. Allowed dependencies:
 * {@code application}, {@code contract}, {@code corebank}, {@code loan}, {@code foureyes}, service-starter.
 */
@NullMarked
package org.linli.loan.disbursement;

import org.jspecify.annotations.NullMarked;
