package org.linli.starter;

import com.github.f4b6a3.tsid.TsidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifiers: opaque to callers, sortable by time for us; or derived from what they stand for. */
public final class Ids {
    private Ids() {}

    /** A new time-sorted id of 13 characters. */
    public static String next() {
        return TsidCreator.getTsid1024().toLowerCase();
    }

    /** An id that is the same for the same parts: makes a repeated creation hit the same document. */
    public static String derived(String... parts) {
        return hash(parts).substring(0, 26);
    }

    /** SHA-256, hex, over the parts with their lengths (so that ("ab","c") and ("a","bc") differ). */
    public static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
