package org.linli.starter.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The two authenticated ciphers; sealed bytes are IV (12), ciphertext, tag (16). */
enum Algorithm {
    A256GCM("AES", 32),
    SM4GCM("SM4", 16);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final String family;
    private final int keyBytes;

    Algorithm(String family, int keyBytes) {
        this.family = family;
        this.keyBytes = keyBytes;
    }

    /** Loaded by those who use SM4 only, and never registered for the whole process. */
    private static final class Sm4 {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    int keyBytes() {
        return keyBytes;
    }

    byte[] newKey() {
        return random(keyBytes);
    }

    SecretKeySpec key(byte[] bytes) {
        if (bytes.length != keyBytes) {
            throw new UnreadableFieldException("key of " + bytes.length + " bytes (expected: " + keyBytes + ")", null);
        }
        return new SecretKeySpec(bytes, family);
    }

    /** @param bound not hidden, but sealed in: opening under anything else fails */
    byte[] seal(SecretKeySpec key, byte[] bound, byte[] plain) {
        byte[] iv = random(IV_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv, bound);
            byte[] sealed = Arrays.copyOf(iv, IV_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " does not encrypt", e);
        }
    }

    /** @throws UnreadableFieldException when anything is not as it was sealed */
    byte[] open(SecretKeySpec key, byte[] bound, byte[] sealed) {
        if (sealed.length < IV_BYTES + TAG_BYTES) {
            throw new UnreadableFieldException("encrypted data is cut off", null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, IV_BYTES), bound)
                    .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new UnreadableFieldException("altered, under another key, or brought here from elsewhere", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " does not decrypt", e);
        }
    }

    private Cipher cipher(int mode, SecretKeySpec key, byte[] iv, byte[] bound) throws GeneralSecurityException {
        String name = family + "/GCM/NoPadding";
        Cipher cipher = this == SM4GCM ? Cipher.getInstance(name, Sm4.PROVIDER) : Cipher.getInstance(name);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, iv));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
