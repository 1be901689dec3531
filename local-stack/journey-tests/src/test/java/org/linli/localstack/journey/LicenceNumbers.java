package org.linli.localstack.journey;

/** Unified social credit codes for tests: GB 32100, the last character checks the first 17. */
final class LicenceNumbers {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private LicenceNumbers() {}

    /** @param start the first characters; filled with zeros to 17 */
    static String valid(String start) {
        String body = (start + "0".repeat(17)).substring(0, 17);
        int sum = 0;
        int weight = 1;
        for (char character : body.toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
