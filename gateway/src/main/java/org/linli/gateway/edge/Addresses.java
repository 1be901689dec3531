package org.linli.gateway.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a request target can be read: a URI whose percent-encoded bytes are UTF-8 text without NUL. */
final class Addresses {
    private Addresses() {}

    /**
     * Raw bytes above 0x7F arrive as one character each; many clients send a Chinese word that way. They are
     * percent-encoded here, so that everything behind sees plain ASCII.
     */
    static String asciiOf(String target) {
        int i = 0;
        while (i < target.length() && target.charAt(i) < 0x80) {
            i++;
        }
        if (i == target.length()) {
            return target;
        }
        StringBuilder ascii = new StringBuilder(target.length() + 32).append(target, 0, i);
        for (; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append('%').append(hex(c >> 4)).append(hex(c));
            }
        }
        return ascii.toString();
    }

    static boolean isReadable(String target) {
        try {
            URI uri = new URI(target);
            return isText(uri.getRawPath()) && isText(uri.getRawQuery());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isText(@Nullable String raw) {
        if (raw == null || raw.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(bytes.flip())
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static char hex(int value) {
        return Character.toUpperCase(Character.forDigit(value & 0xF, 16));
    }
}
