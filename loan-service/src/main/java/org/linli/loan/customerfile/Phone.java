package org.linli.loan.customerfile;

import java.util.regex.Pattern;
import org.linli.starter.web.ProblemException;

/** A mainland mobile number, 11 digits. Its text form is masked, so that no log shows it by accident. */
record Phone(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern PREFIX = Pattern.compile("^(\\+86|0086|86(?=1\\d{10}$))");

    Phone {
        if (!MOBILE.matcher(digits).matches()) {
            throw ProblemException.invalidParameter("phone", "not a mobile number (expected: 11 digits, +86 allowed)");
        }
    }

    /** @throws ProblemException 400 {@code invalid-parameter}; it does not repeat what was given */
    static Phone of(String given) {
        return new Phone(PREFIX.matcher(given.replaceAll("[\\s-]", "")).replaceFirst(""));
    }

    String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
