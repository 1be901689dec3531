package org.linli.wechat.account;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One official account (W-1).
 *
 * @param id our name for it, part of the callback address
 * @param aesKey 43 characters as Tencent's console shows them
 * @param previousAesKey still used by Tencent for a while after a change; null when there was none
 */
public record OfficialAccount(
        String id,
        String appId,
        String secret,
        String token,
        String aesKey,
        @Nullable String previousAesKey) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9+/]{43}");

    public OfficialAccount {
        require(ID.matcher(id).matches(), "id", "1-32 letters, digits, _ or -");
        require(!appId.isBlank(), "app-id", "the AppID of the account");
        require(!secret.isBlank(), "secret", "the AppSecret of the account");
        require(!token.isBlank(), "token", "the token entered in Tencent's console");
        require(AES_KEY.matcher(aesKey).matches(), "aes-key", "the 43 characters of the EncodingAESKey");
        previousAesKey = previousAesKey == null || previousAesKey.isBlank() ? null : previousAesKey;
        require(
                previousAesKey == null || AES_KEY.matcher(previousAesKey).matches(),
                "previous-aes-key",
                "empty or 43 characters");
    }

    /** In the order in which they are tried. */
    public List<String> aesKeys() {
        return Stream.of(aesKey, previousAesKey == null ? "" : previousAesKey)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "OfficialAccount[" + id + "]";
    }

    private static void require(boolean fine, String name, String expected) {
        if (!fine) {
            throw new IllegalArgumentException("linli.wechat.accounts[]." + name + " (expected: " + expected + ")");
        }
    }
}
