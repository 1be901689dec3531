/**
 * The loan service: what the bank lends, what a loan costs, and who has applied. This package only starts the service
 * and says who may call what; it may know every feature, and no feature knows it.
 */
@NullMarked
package org.linli.loan;

import org.jspecify.annotations.NullMarked;
