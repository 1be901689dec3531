package org.linli.user.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linli.user.startup.LocalOnly;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.stereotype.Component;

/** Hides personal data (rule P-4): a keyed hash to find it by, an encrypted copy to show it from. */
@Component
public class PersonalData {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String VERSION = "v1:";

    private final SecretKeySpec hashKey;
    private final AesBytesEncryptor encryptor;

    PersonalData(PrivacySettings settings, LocalOnly localOnly) {
        byte[] hash = key("PHONE_HASH_KEY", localOnly.secret("PHONE_HASH_KEY", settings.phoneHashKey()));
        byte[] field =
                key("FIELD_ENCRYPTION_KEY", localOnly.secret("FIELD_ENCRYPTION_KEY", settings.fieldEncryptionKey()));
        if (field.length != KEY_BYTES) {
            throw new IllegalStateException("FIELD_ENCRYPTION_KEY: " + field.length + " bytes (expected: 32)");
        }
        this.hashKey = new SecretKeySpec(hash, HMAC);
        this.encryptor = new AesBytesEncryptor(
                new SecretKeySpec(field, "AES"), CipherAlgorithm.GCM.defaultIvGenerator(), CipherAlgorithm.GCM);
    }

    private static byte[] key(String variable, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(variable + " is not Base64", e);
        }
        if (key.length < KEY_BYTES) {
            throw new IllegalStateException(variable + ": " + key.length + " bytes (expected: >= 32)");
        }
        return key;
    }

    /**
     * The key under which something personal is found again: HMAC-SHA256, hex.
     *
     * @param purpose keeps the hashes of different things apart
     */
    public String index(String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(hashKey);
            update(mac, purpose);
            for (String part : parts) {
                update(mac, part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length, so that ("ab","c") and ("a","bc") differ. */
    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    public String index(Phone phone) {
        return index("phone", phone.digits());
    }

    /** AES-256-GCM with a fresh IV: the same text never looks the same twice. */
    public String encrypt(String text) {
        return VERSION + Base64.getEncoder().encodeToString(encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the text was not made by {@link #encrypt}; altered data fails as well */
    public String decrypt(String encrypted) {
        if (!encrypted.startsWith(VERSION)) {
            throw new IllegalArgumentException("unknown version of encrypted data");
        }
        byte[] bytes = Base64.getDecoder().decode(encrypted.substring(VERSION.length()));
        return new String(encryptor.decrypt(bytes), StandardCharsets.UTF_8);
    }
}
