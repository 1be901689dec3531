package org.linli.loan.calendar;

import java.time.LocalDate;

/** A day that is not what its weekday says. */
record SpecialDay(LocalDate date, Kind kind, String name) {
    enum Kind {
        /** Off, whatever its weekday. */
        HOLIDAY,
        /** A weekend day that is worked (调休). */
        WORKING
    }
}
