package org.linli.loan;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.localstack.access.AccessTable;
import org.linli.localstack.access.ForgedTokens;
import org.linli.starter.security.SecurityConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens as user-service would sign them, with a key of the test's own. */
public final class Tokens {
    private static final RSAKey KEY = newKey();

    /** Seconds; longer than any test takes on a busy machine, also one that walks all endpoints with one token. */
    private static final int LASTS = 900;

    private static final Map<List<Object>, Signed> SIGNED = new ConcurrentHashMap<>();

    private record Signed(String text, Instant until) {}

    private Tokens() {}

    public static String owner(String merchantId) {
        return owner("owner-of-" + merchantId, merchantId);
    }

    /** One person may own several merchants. */
    public static String owner(String subject, String merchantId) {
        return signed(claims(subject, "merchant", "OWNER", "*").claim("merchantId", merchantId), LASTS);
    }

    public static String ownerWithoutMerchant() {
        return signed(merchant("OWNER"), LASTS);
    }

    public static String cashier(String merchantId) {
        return signed(merchant("CASHIER").claim("merchantId", merchantId), LASTS);
    }

    public static String staff(String role, String organisation, String path) {
        return signed(
                claims("staff-" + role, "staff", role, path)
                        .claim("org", organisation)
                        .claim("orgPath", path),
                LASTS);
    }

    /** A member of staff of this role with further claims. */
    public static String staff(String role, String path, String subject, Map<String, String> more) {
        JWTClaimsSet.Builder claims = claims(subject, "staff", role, path);
        more.forEach(claims::claim);
        return signed(claims, LASTS);
    }

    /** A member of staff with exactly these permissions by place. */
    public static String holding(Map<String, List<String>> grants) {
        return signed(claims("member", "staff", "CUSTOM", "*").claim("may", grants), LASTS);
    }

    /** The key that this test's services believe, for forging. */
    public static ForgedTokens forge() {
        try {
            return new ForgedTokens(KEY.toKeyPair(), KEY.getKeyID());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String service() {
        return signed(claims("wechat-adapter", "service", "service:wechat-adapter", "*"), LASTS);
    }

    /** Someone of this role, with whatever such a person's token carries. */
    public static String ofRole(String role) {
        return switch (role) {
            case "CONSUMER" -> consumer();
            case "OWNER" -> owner("none");
            case "CASHIER" -> cashier("none");
            case "APPLICANT" -> signed(merchant(role), LASTS);
            default ->
                role.startsWith("service:")
                        ? signed(claims(role.substring(8), "service", role, "*"), LASTS)
                        : staff(role, "hq", "/hq/");
        };
    }

    public static String consumer() {
        return signed(claims("consumer-1", "consumer", "CONSUMER", "*"), LASTS);
    }

    public static String expired(String merchantId) {
        return signed(merchant("OWNER").claim("merchantId", merchantId), -60);
    }

    private static JWTClaimsSet.Builder merchant(String role) {
        return claims("person-1", "merchant", role, "*");
    }

    private static JWTClaimsSet.Builder claims(String subject, String kind, String role, String place) {
        return new JWTClaimsSet.Builder()
                .issuer(SecurityConfiguration.ISSUER)
                .subject(subject)
                .claim("kind", kind)
                .claim("roles", List.of(role))
                .claim("may", AccessTable.get().grants(place, role));
    }

    /** To sign takes as long as many calls, so who comes again soon comes with the same token. */
    private static String signed(JWTClaimsSet.Builder claims, int validSeconds) {
        Instant now = Instant.now();
        return SIGNED.compute(List.of(validSeconds, claims.build().getClaims()), (same, known) -> {
                    boolean goesOn = known != null && known.until.isAfter(now.plusSeconds(validSeconds / 2));
                    return goesOn ? known : sign(claims, now.plusSeconds(validSeconds));
                })
                .text;
    }

    private static Signed sign(JWTClaimsSet.Builder claims, Instant until) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.expirationTime(Date.from(until)).build());
            token.sign(new RSASSASigner(KEY));
            return new Signed(token.serialize(), until);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestConfiguration
    static class Trust {
        @Bean
        JwtDecoder testKeys() {
            return SecurityConfiguration.decoder(
                    new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
                    token -> OAuth2TokenValidatorResult.success());
        }
    }
}
