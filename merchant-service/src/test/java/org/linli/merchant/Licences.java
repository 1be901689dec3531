package org.linli.merchant;

import java.util.concurrent.atomic.AtomicInteger;

/** Valid licence numbers, each a new one. */
public final class Licences {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 100_000_000));

    private Licences() {}

    public static String next() {
        String body = "92330106MA" + String.format("%07d", NEXT.incrementAndGet() % 10_000_000);
        int sum = 0;
        int weight = 1;
        for (char character : body.toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
