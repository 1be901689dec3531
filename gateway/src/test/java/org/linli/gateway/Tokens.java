package org.linli.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signs tokens as user-service does. */
final class Tokens {
    static final RSAKey KEY = key("k1");
    static final RSAKey STRANGER = key("k1");

    private Tokens() {}

    static String published() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    static String of(String subject, String kind) {
        return sign(KEY, subject, kind, "linli", Duration.ofMinutes(15));
    }

    static String sign(RSAKey key, String subject, String kind, String issuer, Duration lifetime) {
        try {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .subject(subject)
                            .issuer(issuer)
                            .claim("kind", kind)
                            .issueTime(Date.from(now.minusSeconds(3600)))
                            .expirationTime(Date.from(now.plus(lifetime)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
