package org.linli.sandbox.kms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Keys {@code kms-1}, {@code kms-2}, ... made from the sandbox's secret, so that what they wrapped outlives a restart. */
@Component
class KmsKeys {
    private static final Pattern ID = Pattern.compile("kms-[1-9]\\d{0,5}");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AtomicInteger current = new AtomicInteger(1);
    private final byte[] secret;

    KmsKeys(@Value("${sandbox.kms.secret}") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    String current() {
        return "kms-" + current.get();
    }

    String rotate() {
        return "kms-" + current.incrementAndGet();
    }

    byte[] wrap(String id, byte[] key) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, iv).doFinal(key);
            byte[] wrapped = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, wrapped, IV_BYTES, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] unwrap(String id, byte[] wrapped) {
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(wrapped, IV_BYTES));
        if (wrapped.length <= IV_BYTES) {
            throw new IllegalArgumentException("ciphertext: " + wrapped.length + " bytes (expected: > 12)");
        }
        try {
            return cipher.doFinal(wrapped, IV_BYTES, wrapped.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("ciphertext: not wrapped by " + id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String id, byte[] iv) {
        if (!ID.matcher(id).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such key");
        }
        try {
            Mac derivation = Mac.getInstance("HmacSHA256");
            derivation.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] key = derivation.doFinal(id.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
