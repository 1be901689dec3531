package org.linli.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.user.startup.LocalOnly;
import org.springframework.mock.env.MockEnvironment;

class SigningKeyRules {
    private static TokenSettings settings(String key, String file) {
        return new TokenSettings(
                key, file, Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofHours(12), "a:0123456789abcdef", "");
    }

    private static LocalOnly profile(String name) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(name);
        return new LocalOnly(environment);
    }

    @Test
    void a_key_is_read_as_pem_on_one_line_or_many_and_as_base64_of_either_form() throws JOSEException {
        String pem = SigningKey.generate();
        RSAKey key = SigningKey.parse(pem);
        String der = Base64.getEncoder().encodeToString(key.toRSAPrivateKey().getEncoded());
        String wrapped = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        assertThat(SigningKey.parse(pem.replace("\n", "\\n"))).isEqualTo(key);
        assertThat(SigningKey.parse(der)).isEqualTo(key);
        assertThat(SigningKey.parse(wrapped)).isEqualTo(key);
        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void anything_else_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> SigningKey.parse("c2VjcmV0"))
                .hasMessage("JWT_SIGNING_KEY is not an RSA private key in PKCS#8");
    }

    @Test
    void a_developers_machine_makes_one_up_and_keeps_it_for_the_owner_only(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys/jwt.pem");
        RSAKey first = SigningKey.find(settings("", file.toString()), profile("local"));
        RSAKey second = SigningKey.find(settings("", file.toString()), profile("local"));
        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nobody_else_does(@TempDir Path folder) {
        String file = folder.resolve("jwt.pem").toString();
        assertThatThrownBy(() -> SigningKey.find(settings("", file), profile("cluster")))
                .hasMessage("JWT_SIGNING_KEY is not set");
    }

    @Test
    void a_new_key_logs_nobody_out() throws Exception {
        String first = SigningKey.generate();
        String second = SigningKey.generate();
        KeyRing before = ring(first, "");
        KeyRing announced = ring(first, second);
        KeyRing changed = ring(second, publicPartOf(first));
        SignedJWT old = signedWith(before);
        SignedJWT young = signedWith(changed);

        assertThat(verifies(changed, old)).isTrue();
        assertThat(verifies(announced, young)).isTrue();
        assertThat(verifies(ring(second, ""), old)).isFalse();
        assertThat(changed.published().toString()).doesNotContain("\"d\"");
        assertThatThrownBy(() -> ring(first, "bm9uc2Vuc2U="))
                .hasMessage("JWT_OTHER_KEYS holds something that is no RSA key");
    }

    private static KeyRing ring(String signing, String others) {
        TokenSettings settings = new TokenSettings(
                signing,
                "",
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                Duration.ofHours(12),
                "a:0123456789abcdef",
                others);
        return KeyRing.of(settings, profile("cluster"));
    }

    private static String publicPartOf(String pem) throws JOSEException {
        return Base64.getEncoder()
                .encodeToString(SigningKey.parse(pem).toRSAPublicKey().getEncoded());
    }

    private static SignedJWT signedWith(KeyRing ring) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(ring.signing().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder().subject("s").build());
        token.sign(new RSASSASigner(ring.signing()));
        return token;
    }

    private static boolean verifies(KeyRing ring, SignedJWT token) throws JOSEException {
        JWK key = ring.published().getKeyByKeyId(token.getHeader().getKeyID());
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
