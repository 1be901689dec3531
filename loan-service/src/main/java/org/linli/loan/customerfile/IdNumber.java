package org.linli.loan.customerfile;

import java.util.regex.Pattern;
import org.linli.starter.web.ProblemException;

/** A resident identity number, its check character right (ISO 7064 MOD 11-2). Its text form is masked. */
record IdNumber(String characters) {
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    IdNumber {
        if (!FORM.matcher(characters).matches() || characters.charAt(17) != check(characters)) {
            throw ProblemException.invalidParameter("idNumber", "(expected: 18 characters, the last a right check)");
        }
    }

    /** @throws ProblemException 400 {@code invalid-parameter}; it does not repeat what was given */
    static IdNumber of(String given) {
        return new IdNumber(given.replaceAll("\\s", "").replace('x', 'X'));
    }

    private static char check(String characters) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (characters.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    String masked() {
        return characters.substring(0, 3) + "***********" + characters.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
