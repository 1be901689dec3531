package org.linli.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Any number of consumers, with tokens signed by the local platform's own key: what is measured is not how fast they
 * log in.
 */
final class Crowd {
    private static final Path KEY = Path.of(".local/jwt-signing-key.pem");
    private static final long AN_HOUR_MILLIS = 3_600_000;

    private Crowd() {}

    /** @param sample a real consumer's token; the crowd's differ in who they are and nothing else */
    static List<String> tokens(String sample, int people) {
        try {
            SignedJWT model = SignedJWT.parse(sample);
            RSASSASigner signer = new RSASSASigner(
                    JWK.parseFromPEMEncodedObjects(Files.readString(KEY)).toRSAKey());
            String crowd = UUID.randomUUID().toString().substring(0, 8);
            return IntStream.range(0, people)
                    .parallel()
                    .mapToObj(person -> token(model, signer, "crowd-" + crowd + "-" + person))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the local signing key and a token of the platform", e);
        }
    }

    private static String token(SignedJWT model, RSASSASigner signer, String person) {
        try {
            JWTClaimsSet claims = new JWTClaimsSet.Builder(model.getJWTClaimsSet())
                    .subject(person)
                    .jwtID(person)
                    .claim("sid", person)
                    .expirationTime(new Date(System.currentTimeMillis() + AN_HOUR_MILLIS))
                    .build();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(model.getHeader().getAlgorithm())
                            .keyID(model.getHeader().getKeyID())
                            .build(),
                    claims);
            token.sign(signer);
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
