/** Arithmetic with working days and working hours: pure, knows nothing but the JDK. */
@NullMarked
package org.linli.loan.calendar.kernel;

import org.jspecify.annotations.NullMarked;
