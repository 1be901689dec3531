package org.linli.wechat.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.linli.wechat.account.OfficialAccount;

/**
 * Secure mode: AES-256-CBC over 16 random bytes, a length, the message and the AppID. Encryption is WxJava's. Decryption
 * is not: WxJava believes the length before it knows that the key was right, so that trying the current key on a message
 * under the previous one may ask for gigabytes.
 */
final class SecureMode {
    private static final int RANDOM_BYTES = 16;
    private static final int HEADER_BYTES = RANDOM_BYTES + 4;
    private static final int LONGEST_PADDING = 32;

    private SecureMode() {}

    /** @param aesKey the key that fitted: the reply is sealed with it, because that is the one this sender knows */
    record Opened(String xml, String aesKey) {}

    /** @return empty when no key of the account opens it, or when it was meant for another account */
    static Optional<Opened> open(OfficialAccount account, String encrypted) {
        for (String aesKey : account.aesKeys()) {
            Optional<String> xml = open(account.appId(), aesKey, encrypted);
            if (xml.isPresent()) {
                return Optional.of(new Opened(xml.get(), aesKey));
            }
        }
        return Optional.empty();
    }

    /** The whole answer in its envelope, signed. */
    static String seal(OfficialAccount account, String aesKey, String xml) {
        return new WxCryptUtil(account.token(), aesKey, account.appId()).encrypt(xml);
    }

    private static Optional<String> open(String appId, String aesKey, String encrypted) {
        try {
            byte[] key = Base64.getDecoder().decode(aesKey + "=");
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return unpack(appId, cipher.doFinal(Base64.getMimeDecoder().decode(encrypted)));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<String> unpack(String appId, byte[] plain) {
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > LONGEST_PADDING || end < HEADER_BYTES) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(plain, RANDOM_BYTES, 4).getInt();
        if (length < 0 || length > end - HEADER_BYTES) {
            return Optional.empty();
        }
        byte[] owner = Arrays.copyOfRange(plain, HEADER_BYTES + length, end);
        return MessageDigest.isEqual(owner, appId.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(new String(plain, HEADER_BYTES, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
