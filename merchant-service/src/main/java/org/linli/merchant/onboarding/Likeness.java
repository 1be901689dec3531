package org.linli.merchant.onboarding;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Why two merchants may be one and the same. A hint for the reviewer, not a verdict. */
enum Likeness {
    SAME_LICENCE,
    SAME_PLACE_AND_NAME;

    private static final Pattern NO_MATTER = Pattern.compile("[^\\p{L}\\p{N}]");
    /** A shorter name is part of too many others. */
    private static final int TELLING_LENGTH = 3;

    static Set<Likeness> between(Merchant one, Merchant other) {
        Set<Likeness> found = EnumSet.noneOf(Likeness.class);
        String licence = one.everyLicenceNumber();
        if (licence != null && licence.equals(other.everyLicenceNumber())) {
            found.add(SAME_LICENCE);
        }
        double meters = one.profile().point().metersTo(other.profile().point());
        if (meters <= Vicinity.NEAR_METERS
                && sound(one.profile().name(), other.profile().name())) {
            found.add(SAME_PLACE_AND_NAME);
        }
        return found;
    }

    /** Equal but for width, case, blanks and punctuation, or one with an addition to the other. */
    private static boolean sound(String oneName, String otherName) {
        String one = bare(oneName);
        String other = bare(otherName);
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return one.equals(other) || shorter.length() >= TELLING_LENGTH && longer.contains(shorter);
    }

    private static String bare(String name) {
        String same = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_MATTER.matcher(same).replaceAll("");
    }
}
