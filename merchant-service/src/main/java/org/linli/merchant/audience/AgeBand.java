package org.linli.merchant.audience;

/** Ages as audiences speak of them; of five years of birth the middle one counts, so the edge is off by two at most. */
final class AgeBand {
    static final String NAMES = "0-17|18-24|25-34|35-44|45-54|55-64|65\\+";
    private static final int MIDDLE = 2;

    private AgeBand() {}

    /** @param bornFrom the first of five years */
    static String of(int bornFrom, int thisYear) {
        int age = thisYear - bornFrom - MIDDLE;
        if (age < 18) {
            return "0-17";
        }
        if (age < 25) {
            return "18-24";
        }
        if (age >= 65) {
            return "65+";
        }
        int from = age - (age - 25) % 10;
        return from + "-" + (from + 9);
    }
}
