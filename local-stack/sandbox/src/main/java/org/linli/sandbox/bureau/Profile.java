package org.linli.sandbox.bureau;

import java.util.Arrays;
import java.util.Optional;

/** What kind of past a customer has, by the last two digits of the number; 00 and 10 to 99 are clean. */
enum Profile {
    CLEAN,
    /** Never borrowed anywhere. */
    NO_PAST,
    /** Seven months in a row overdue, paid since. */
    LONG_ARREARS,
    CURRENT_OVERDUE,
    WRITTEN_OFF,
    EXECUTED,
    /** Asked about all over town, and in debt there. */
    MANY_LENDERS,
    /** The report of another customer comes back. */
    OF_SOMEBODY_ELSE,
    /** A report of last year comes back. */
    STALE,
    /** Half a report comes back. */
    MALFORMED;

    private static final int LAST_SPECIAL = 9;

    /** 01 no past, 02 long arrears, ... 09 malformed; everything else is clean. */
    static Profile of(String customerNumber) {
        String digits = customerNumber.replaceAll("\\D", "");
        int last = digits.length() < 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
        return last <= LAST_SPECIAL ? values()[last] : CLEAN;
    }

    static Optional<Profile> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
