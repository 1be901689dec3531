package org.linli.merchant.gift;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.linli.starter.Ids;

/** What a gift's link holds: which coupon, and a secret of which only the hash is kept. */
record GiftToken(String couponId, String secret) {
    private static final char SEPARATOR = '.';
    private static final int SECRET_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static GiftToken create(String couponId) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new GiftToken(couponId, HexFormat.of().formatHex(secret));
    }

    static Optional<GiftToken> parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return separator <= 0
                ? Optional.empty()
                : Optional.of(new GiftToken(text.substring(0, separator), text.substring(separator + 1)));
    }

    String hash() {
        return Ids.hash("gift", couponId, secret);
    }

    String text() {
        return couponId + SEPARATOR + secret;
    }

    @Override
    public String toString() {
        return "GiftToken[" + couponId + "]";
    }
}
