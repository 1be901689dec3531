package org.linli.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encrypts single values (rule P-4). The stored form is {@code e1:<algorithm>:<data key>:<Base64>}, its head sealed into
 * the rest; the same text never looks the same twice.
 */
public class FieldCipher {
    private static final String FORM = "e1";

    private final DataKeys keys;

    FieldCipher(DataKeys keys) {
        this.keys = keys;
    }

    /** @throws org.linli.starter.web.DependencyUnavailableException when a new key is due and nobody there wraps it */
    public String encrypt(String text) {
        DataKeys.Key key = keys.forEncrypting();
        String head = head(key.algorithm().name(), key.id());
        byte[] sealed = key.algorithm().seal(key.secret(), utf8(head), utf8(text));
        return head + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * The text of a stored form.
     *
     * @throws UnreadableFieldException when it was altered or is no stored form
     * @throws UnknownKeyException when its key is unknown here
     * @throws org.linli.starter.web.DependencyUnavailableException when its key cannot be unwrapped just now
     */
    public String decrypt(String stored) {
        String[] parts = stored.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(FORM)) {
            throw new UnreadableFieldException("not an encrypted field (expected: e1:algorithm:key:data)", null);
        }
        DataKeys.Key key = keys.forDecrypting(parts[2]);
        if (!key.algorithm().name().equals(parts[1])) {
            throw new UnreadableFieldException("the data key is one of " + key.algorithm(), null);
        }
        byte[] plain = key.algorithm().open(key.secret(), utf8(head(parts[1], parts[2])), base64(parts[3]));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String head(String algorithm, String keyId) {
        return FORM + ":" + algorithm + ":" + keyId + ":";
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFieldException("encrypted data is not Base64", null);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
