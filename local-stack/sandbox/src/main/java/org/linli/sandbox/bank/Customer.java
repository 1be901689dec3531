package org.linli.sandbox.bank;

import java.time.LocalDate;
import java.util.Locale;

/** @param borrower has, or has had, a loan here */
record Customer(String customerNumber, Identity identity, boolean borrower, LocalDate openedOn) {
    /** Says nothing about the person: whoever keeps the number keeps no phone and no id number with it. */
    static String numberOf(int position) {
        return String.format(Locale.ROOT, "C%010d", position);
    }

    @Override
    public String toString() {
        return "Customer[" + customerNumber + "]";
    }
}
