package org.linli.user.organisation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a password must be like. */
final class PasswordPolicy {
    private static final int SHORTEST = 10;

    /** BCrypt looks at 72 bytes and no further. */
    private static final int LONGEST_BYTES = 72;

    private PasswordPolicy() {}

    static boolean isLongEnough(String password) {
        return password.length() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    /** For a password that its owner chooses. */
    static boolean isFit(String password, String username) {
        return isLongEnough(password) && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }
}
