package org.linli.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A resident's id number: region (6), day of birth (8), sequence (3), check character by ISO 7064 MOD 11-2. */
record IdNumber(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    IdNumber {
        if (!FORM.matcher(value).matches()
                || value.charAt(17) != checkOf(value.substring(0, 17))
                || !isDay(value.substring(6, 14))) {
            throw new IllegalArgumentException(
                    "idNumber (expected: 18 characters, a day of birth, its check character)");
        }
    }

    /** People write the check character X in either case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static IdNumber of(@Nullable String written) {
        return new IdNumber(written == null ? "" : written.toUpperCase(Locale.ROOT));
    }

    static IdNumber of(int region, LocalDate born, int sequence) {
        String body = String.format(
                Locale.ROOT, "%06d%s%03d", region, born.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
        return new IdNumber(body + checkOf(body));
    }

    /** No province has, or has had, a code beginning with 99; neither have the numbers of foreign residents. */
    boolean isOfNobody() {
        return value.startsWith("99");
    }

    @Override
    @JsonValue
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "IdNumber[...]";
    }

    private static char checkOf(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
