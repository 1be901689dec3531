package org.linli.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Encrypts single values (rule P-4). The stored form is {@code e2:<algorithm>:<data key>:<Base64>}; its head, its field
 * and its owner are sealed into the rest, and the same text never looks the same twice. The older form {@code e1} says
 * nothing about its place: it is read while the settings allow it, and a re-wrapping run writes it anew.
 */
public class FieldCipher {
    static final String UNBOUND = "e1";
    private static final String FORM = "e2";

    private final DataKeys keys;
    private final boolean unboundReadable;
    private final Map<String, SealedField> fields = new ConcurrentSkipListMap<>();

    FieldCipher(DataKeys keys, boolean unboundReadable) {
        this.keys = keys;
        this.unboundReadable = unboundReadable;
    }

    /**
     * The field whose values are to be encrypted and decrypted.
     *
     * @param collection whose documents have it; every {@code _id} in it is a text
     * @param path its name in them, such as {@code contact.phone}; both are part of every value, so neither is renamed
     */
    public SealedField field(String collection, String path) {
        return fields.computeIfAbsent(collection + "." + path, any -> new SealedField(this, collection, path));
    }

    /** All fields asked for so far. */
    List<SealedField> fields() {
        return List.copyOf(fields.values());
    }

    String encrypt(String place, String text) {
        DataKeys.Key key = keys.forEncrypting();
        String head = head(FORM, key.algorithm().name(), key.id());
        byte[] sealed = key.algorithm().seal(key.secret(), utf8(head + place), utf8(text));
        return head + Base64.getEncoder().encodeToString(sealed);
    }

    String decrypt(String place, String stored) {
        String[] parts = stored.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(FORM) && !parts[0].equals(UNBOUND)) {
            throw new UnreadableFieldException("not an encrypted field (expected: e2:algorithm:key:data)", null);
        }
        boolean bound = parts[0].equals(FORM);
        if (!bound && !unboundReadable) {
            throw new UnreadableFieldException("a value of the form e1 could be from anywhere, and is refused", null);
        }
        DataKeys.Key key = keys.forDecrypting(parts[2]);
        if (!key.algorithm().name().equals(parts[1])) {
            throw new UnreadableFieldException("the data key is one of " + key.algorithm(), null);
        }
        String head = head(parts[0], parts[1], parts[2]);
        byte[] plain = key.algorithm().open(key.secret(), utf8(bound ? head + place : head), base64(parts[3]));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String head(String form, String algorithm, String keyId) {
        return form + ":" + algorithm + ":" + keyId + ":";
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
