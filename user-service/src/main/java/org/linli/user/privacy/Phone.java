package org.linli.user.privacy;

import java.util.regex.Pattern;
import org.linli.starter.web.ProblemException;

/** A mainland mobile number, 11 digits. Its text form is masked, so that no log and no message shows it by accident. */
public record Phone(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern PREFIX = Pattern.compile("^(\\+86|0086|86(?=1\\d{10}$))");

    public Phone {
        if (!MOBILE.matcher(digits).matches()) {
            throw ProblemException.invalidParameter("phone", "not a mobile number (expected: 11 digits, +86 allowed)");
        }
    }

    /**
     * Reads a number as people type it: spaces, hyphens and the country code are dropped.
     *
     * @throws ProblemException 400 {@code invalid-parameter} for anything else; it does not repeat what was given
     */
    public static Phone of(String given) {
        String compact = given.replaceAll("[\\s-]", "");
        return new Phone(PREFIX.matcher(compact).replaceFirst(""));
    }

    /** {@code 138****0001}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
