/**
 * The bank's working calendar: holidays and make-up days by year, shipped as a file, replaced by an administrator's import.
 * The facade is {@link org.linli.loan.calendar.WorkingCalendar}. Allowed dependencies: its kernel, service-starter.
 */
@NullMarked
package org.linli.loan.calendar;

import org.jspecify.annotations.NullMarked;
