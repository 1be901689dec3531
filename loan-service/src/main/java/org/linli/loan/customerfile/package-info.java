/**
 * Customer files: who a household or business is, what it owns and owes, who guarantees for it and for whom it
 * guarantees, and who is related to whom. Personal data is sealed (rule P-4); others get facts from {@link
 * org.linli.loan.customerfile.CustomerFiles} and use caps through {@link
 * org.linli.loan.customerfile.GuaranteeCompanies}. Allowed dependencies: {@code application}, {@code merchant},
 * service-starter.
 */
@NullMarked
package org.linli.loan.customerfile;

import org.jspecify.annotations.NullMarked;
