package org.linli.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Wrapping keys from {@code FIELD_KEYS}, {@code id:base64,...}: the first wraps, the others only unwrap. */
class EnvironmentKeys implements KeyWrapping {
    private record Key(Algorithm algorithm, SecretKeySpec secret) {}

    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final String current;

    /** @param algorithm of the current key; the others may be of either, so that a change of algorithm can be read */
    EnvironmentKeys(String pairs, Algorithm algorithm, KeyText text) {
        for (String pair : pairs.split(",")) {
            int colon = pair.indexOf(':');
            String id = pair.substring(0, Math.max(colon, 0)).strip();
            if (!id.matches("[A-Za-z0-9_-]{1,40}") || keys.containsKey(id)) {
                throw new IllegalStateException("FIELD_KEYS (expected: id:base64,id:base64 with different ids)");
            }
            byte[] bytes = text.bytes("FIELD_KEYS", pair.substring(colon + 1));
            keys.put(id, keyOf(id, bytes, keys.isEmpty() ? algorithm : algorithmFor(bytes, algorithm)));
        }
        this.current = keys.keySet().iterator().next();
    }

    private static Algorithm algorithmFor(byte[] bytes, Algorithm otherwise) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.keyBytes() == bytes.length) {
                return algorithm;
            }
        }
        return otherwise;
    }

    private static Key keyOf(String id, byte[] bytes, Algorithm algorithm) {
        if (bytes.length != algorithm.keyBytes()) {
            throw new IllegalStateException("FIELD_KEYS: key " + id + " has " + bytes.length + " bytes (expected: "
                    + algorithm.keyBytes() + " for " + algorithm + ")");
        }
        return new Key(algorithm, algorithm.key(bytes));
    }

    @Override
    public String currentKeyId() {
        return current;
    }

    @Override
    public byte[] wrap(String keyId, byte[] key) {
        Key wrapping = find(keyId);
        return wrapping.algorithm.seal(wrapping.secret, keyId.getBytes(StandardCharsets.UTF_8), key);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped) {
        Key wrapping = find(keyId);
        return wrapping.algorithm.open(wrapping.secret, keyId.getBytes(StandardCharsets.UTF_8), wrapped);
    }

    private Key find(String id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException("wrapping key", id);
        }
        return key;
    }
}
