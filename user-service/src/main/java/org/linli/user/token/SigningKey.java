package org.linli.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.linli.user.startup.LocalOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the key that signs every token; only a developer's machine may make one up. */
final class SigningKey {
    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String BEGIN_PUBLIC = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKey() {}

    /** @throws IllegalStateException when there is no key, or none that is good enough */
    static RSAKey find(TokenSettings settings, LocalOnly localOnly) {
        if (!settings.signingKey().isBlank()) {
            return parse(settings.signingKey());
        }
        if (!localOnly.isLocal()) {
            throw new IllegalStateException("JWT_SIGNING_KEY is not set");
        }
        if (settings.signingKeyFile().isBlank()) {
            log.warn("no JWT_SIGNING_KEY_FILE: tokens end with this process");
            return parse(generate());
        }
        return parse(keptIn(Path.of(settings.signingKeyFile())));
    }

    private static String keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                Path directory = file.toAbsolutePath().getParent();
                Files.createDirectories(directory);
                Path fresh = Files.createTempFile(
                        directory,
                        "key",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, generate());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("JWT_SIGNING_KEY_FILE", e);
        }
    }

    static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return BEGIN + "\n" + Base64.getMimeEncoder().encodeToString(key) + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key that only verifies, as a public key or as the private one it will be, or was. */
    static JWK parsePublished(String variable, String text) {
        try {
            byte[] der = der(text);
            try {
                RSAPublicKey key =
                        (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
                return new RSAKey.Builder(key)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyIDFromThumbprint()
                        .build();
            } catch (GeneralSecurityException notPublic) {
                return parse(text).toPublicJWK();
            }
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException(variable + " holds something that is no RSA key");
        }
    }

    /** Never repeats what it was given: the text may be a good key with one character missing. */
    static RSAKey parse(String text) {
        try {
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(text)));
            if (secret.getModulus().bitLength() < BITS) {
                throw new IllegalStateException(
                        "JWT_SIGNING_KEY: " + secret.getModulus().bitLength() + " bits (expected: >= 2048)");
            }
            RSAPublicKey published = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new RSAKey.Builder(published)
                    .privateKey(secret)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException | JOSEException e) {
            throw new IllegalStateException("JWT_SIGNING_KEY is not an RSA private key in PKCS#8");
        }
    }

    private static byte[] der(String text) {
        String pem = text.replace("\\n", "\n").strip();
        if (pem.startsWith(BEGIN) || pem.startsWith(BEGIN_PUBLIC)) {
            return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem);
        String inner = new String(bytes, StandardCharsets.US_ASCII);
        return inner.startsWith(BEGIN) || inner.startsWith(BEGIN_PUBLIC) ? der(inner) : bytes;
    }
}
