/**
 * The figures of the sunshine clocks (rule L-40, part): applications, approval rate, working days per stage and to the
 * decision, broken promises; by branch, manager, product and month, within the data scope, also as a file. Allowed
 * dependencies: {@code application}, the calendar's kernel, service-starter.
 */
@NullMarked
package org.linli.loan.figures;

import org.jspecify.annotations.NullMarked;
