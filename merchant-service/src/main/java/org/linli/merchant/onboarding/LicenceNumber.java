package org.linli.merchant.onboarding;

import java.util.Locale;
import java.util.Optional;

/**
 * A unified social credit code as GB 32100-2015 defines it: 17 characters and a check character that makes the weighted
 * sum divisible by 31. Letters that look like digits (I, O, Z, S, V) do not occur.
 */
public record LicenceNumber(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    public LicenceNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("licenceNumber: not a unified social credit code");
        }
    }

    /** Accepts small letters and blanks around; empty for anything that is no such code. */
    public static Optional<LicenceNumber> parse(String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        return isValid(value) ? Optional.of(new LicenceNumber(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < LENGTH; position++) {
            int digit = ALPHABET.indexOf(value.charAt(position));
            if (digit < 0) {
                return false;
            }
            boolean checkCharacter = position == LENGTH - 1;
            sum += checkCharacter ? digit : digit * weight;
            weight = weight * 3 % MODULUS;
        }
        return sum % MODULUS == 0;
    }
}
