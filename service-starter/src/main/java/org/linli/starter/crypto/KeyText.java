package org.linli.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads keys given as text.
 *
 * @param local whether this is a developer's machine, the only place where a published key may be used
 */
record KeyText(boolean local) {
    private static final String MARK = "local-only";

    byte[] bytes(String variable, String base64) {
        if (base64.isBlank()) {
            throw new IllegalStateException(variable + " is not set");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(variable + " is not Base64");
        }
        if (!local && new String(bytes, StandardCharsets.ISO_8859_1).startsWith(MARK)) {
            throw new IllegalStateException(
                    "the published default of " + variable + " may exist in the profile 'local' only");
        }
        return bytes;
    }
}
