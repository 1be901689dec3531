package org.linli.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Finds personal data without showing it. Ids derive from these hashes: neither the key nor the form ever changes. */
public class BlindIndex {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    /** @throws IllegalStateException when the key is shorter than 32 bytes */
    public BlindIndex(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalStateException("PHONE_HASH_KEY: " + key.length + " bytes (expected: >= 32)");
        }
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * The key under which something personal is found again: HMAC-SHA256, hex.
     *
     * @param purpose keeps the hashes of different things apart
     */
    public String index(String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            update(mac, purpose);
            for (String part : parts) {
                update(mac, part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length, so that ("ab","c") and ("a","bc") differ. */
    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }
}
