package org.linli.merchant.redemption;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * What stands in a QR code: the code to type, whose coupon it is for and from when until when it holds, signed. A
 * cashier's app that knows the public key can tell a genuine one without a network; whether it opens the coupon is
 * decided here, by what is stored.
 */
@Component
class CodeSigning {
    /** Published with the sources, so good for a developer's machine only. */
    private static final String LOCAL_KEY = "local";

    private static final char TOKEN_SEPARATOR = '.';

    private final ECKey key;

    /** What codes are checked with, by key id: also the key before this one, so that a change turns nobody away. */
    private final Map<String, ECKey> known;

    CodeSigning(RedemptionSettings settings, Environment environment) {
        this.key = parse(settings.signingKey());
        this.known = known(key, settings.previousKey());
        boolean local = environment.acceptsProfiles(Profiles.of("local & !cluster"));
        if (LOCAL_KEY.equals(key.getKeyID()) && !local) {
            throw new IllegalStateException("the published default of REDEMPTION_SIGNING_KEY is for local use only");
        }
    }

    private static Map<String, ECKey> known(ECKey current, String previous) {
        if (previous.isBlank()) {
            return Map.of(current.getKeyID(), current.toPublicJWK());
        }
        try {
            ECKey before = ECKey.parse(previous);
            boolean usable = Curve.P_256.equals(before.getCurve()) && before.getKeyID() != null;
            if (usable && !before.getKeyID().equals(current.getKeyID())) {
                return Map.of(current.getKeyID(), current.toPublicJWK(), before.getKeyID(), before.toPublicJWK());
            }
        } catch (ParseException e) {
            // Said below.
        }
        throw new IllegalStateException(
                "REDEMPTION_PREVIOUS_KEY (expected: EC key P-256 as a JWK with a kid of its own)");
    }

    /** Never repeats what it was given: it may be a good key with one character missing. */
    private static ECKey parse(String text) {
        try {
            ECKey key = ECKey.parse(text);
            if (key.isPrivate() && Curve.P_256.equals(key.getCurve()) && key.getKeyID() != null) {
                return key;
            }
        } catch (ParseException e) {
            // Said below.
        }
        throw new IllegalStateException("REDEMPTION_SIGNING_KEY (expected: private EC key P-256 as a JWK with a kid)");
    }

    String sign(RedemptionCode code, String merchantId) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .jwtID(code.code())
                            .audience(merchantId)
                            .issueTime(code.shownAt() == null ? null : Date.from(code.shownAt()))
                            .expirationTime(Date.from(code.expiresAt()))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code to type, whether it was typed or scanned; empty for a token that was not signed here. */
    Optional<String> codeOf(String typedOrScanned) {
        if (typedOrScanned.indexOf(TOKEN_SEPARATOR) < 0) {
            return Optional.of(typedOrScanned);
        }
        try {
            SignedJWT token = SignedJWT.parse(typedOrScanned);
            @Nullable String code = token.getJWTClaimsSet().getJWTID();
            @Nullable String keyId = token.getHeader().getKeyID();
            @Nullable ECKey signer = keyId == null ? null : known.get(keyId);
            return signer != null && token.verify(new ECDSAVerifier(signer))
                    ? Optional.ofNullable(code)
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** The public keys, as apps fetch them. */
    Map<String, Object> published() {
        return new JWKSet(List.copyOf(known.values())).toJSONObject();
    }
}
