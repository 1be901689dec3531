/**
 * Active marketing (rule L-11): areas of account managers, weekly plans with a minimum, visits with place and result,
 * suggested merchants, and what became of visits. Allowed dependencies: {@code application}, {@code merchant},
 * service-starter, event-contracts.
 */
@NullMarked
package org.linli.loan.marketing;

import org.jspecify.annotations.NullMarked;
