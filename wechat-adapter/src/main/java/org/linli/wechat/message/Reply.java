package org.linli.wechat.message;

import java.nio.charset.StandardCharsets;

/** What the follower reads; empty when nothing is to be said. */
public record Reply(String text) {
    /** WeChat cuts text replies beyond this. */
    private static final int MOST_BYTES = 2_048;

    public static final Reply SILENCE = new Reply("");

    /** Merchants write parts of our texts: what would break out of the reply's XML is taken out here. */
    public Reply {
        StringBuilder clean = new StringBuilder(text.length());
        int bytes = 0;
        for (int codePoint : text.replace("]]>", "]] >").codePoints().toArray()) {
            bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            if (isXml(codePoint)) {
                clean.appendCodePoint(codePoint);
            }
        }
        text = clean.toString();
    }

    public boolean isSilent() {
        return text.isEmpty();
    }

    private static boolean isXml(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
