package org.linli.loan;

import java.util.concurrent.atomic.AtomicLong;

/** Made-up people: numbers with a right check character that nobody has. */
public final class People {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 100_000_000);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private People() {}

    /** A new one every time. */
    public static String idNumber() {
        long number = NEXT.incrementAndGet();
        String digits = "900000" + String.format("%011d", number);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A new one every time. */
    public static String phone() {
        return "139" + String.format("%08d", NEXT.incrementAndGet() % 100_000_000);
    }

    /** As a body has it; without a phone and an address, which could be shared by accident. */
    public static String person(String name, String idNumber) {
        return """
                {"name":"%s","idNumber":"%s"}""".formatted(name, idNumber);
    }

    public static String household(String organisationPath, String person) {
        return """
                {"kind":"HOUSEHOLD","organisationPath":"%s","holder":%s}""".formatted(organisationPath, person);
    }
}
