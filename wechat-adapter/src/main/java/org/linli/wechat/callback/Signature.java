package org.linli.wechat.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import me.chanjar.weixin.common.util.crypto.SHA1;

/** SHA-1 over the sorted parts; compared in constant time. */
final class Signature {
    private Signature() {}

    static String of(String... parts) {
        return SHA1.gen(Arrays.copyOf(parts, parts.length));
    }

    static boolean matches(String given, String... parts) {
        // WxJava's sum throws on an empty part, with the token in the exception's message.
        if (given.isEmpty() || Arrays.stream(parts).anyMatch(String::isEmpty)) {
            return false;
        }
        return MessageDigest.isEqual(
                of(parts).getBytes(StandardCharsets.US_ASCII),
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
