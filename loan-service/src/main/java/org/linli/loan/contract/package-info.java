/**
 * The contract of a case: prepared from what was approved, printed, signed by everyone, then never changed again. The
 * facades are {@link org.linli.loan.contract.Contracting} and {@link org.linli.loan.contract.SignedContracts}. Allowed
 * dependencies: {@code application}, {@code foureyes}, {@code product}, the calculation kernel, service-starter.
 */
@NullMarked
package org.linli.loan.contract;

import org.jspecify.annotations.NullMarked;
