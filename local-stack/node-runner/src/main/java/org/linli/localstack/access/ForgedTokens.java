package org.linli.localstack.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens as an attacker would make them, by hand: no library refuses to build what a service must refuse. */
public final class ForgedTokens {
    private static final String ISSUER = "linli";
    private static final int MINUTE = 60;

    private final KeyPair trusted;
    private final String keyId;

    /** @param trusted whose public half the service believes, under this key id */
    public ForgedTokens(KeyPair trusted, String keyId) {
        this.trusted = trusted;
        this.keyId = keyId;
    }

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published keys, as the service fetches them. */
    public String keySet() {
        RSAPublicKey key = (RSAPublicKey) trusted.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(keyId, number(key.getModulus()), number(key.getPublicExponent()));
    }

    /** A token that the service must believe. @param claims without issuer and times: {@code "sub":"x","kind":"staff"} */
    public String genuine(String claims) {
        return rs256(keyId, trusted.getPrivate(), payload(ISSUER, 0, 5 * MINUTE, claims));
    }

    /** The same claims in every form that the service must answer with 401, by the name of the attack. */
    public Map<String, String> forged(String claims) {
        String good = payload(ISSUER, 0, 5 * MINUTE, claims);
        PrivateKey other = newKeys().getPrivate();
        byte[] der = trusted.getPublic().getEncoded();
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        String genuine = genuine(claims);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("another issuer", rs256(keyId, trusted.getPrivate(), payload("someone", 0, 5 * MINUTE, claims)));
        all.put("expired", rs256(keyId, trusted.getPrivate(), payload(ISSUER, -10 * MINUTE, -MINUTE, claims)));
        all.put("not yet valid", rs256(keyId, trusted.getPrivate(), payload(ISSUER, 5 * MINUTE, 9 * MINUTE, claims)));
        all.put("no algorithm", part("{\"alg\":\"none\",\"kid\":\"" + keyId + "\"}") + "." + part(good) + ".");
        all.put("no algorithm, signature kept", unsigned(genuine, good));
        all.put("HS256 with the public key", hs256(der, good));
        all.put("HS256 with the public key as PEM", hs256(pem, good));
        all.put("another key under the trusted id", rs256(keyId, other, good));
        all.put("unknown key id", rs256("unknown", other, good));
        all.put("unknown key id, trusted key", rs256("unknown", trusted.getPrivate(), good));
        all.put("changed after signing", changed(genuine, good));
        return all;
    }

    private String hs256(byte[] secret, String payload) {
        String signed = part("{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}") + "." + part(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + text(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned(String genuine, String payload) {
        String signature = genuine.substring(genuine.lastIndexOf('.'));
        return part("{\"alg\":\"none\",\"kid\":\"" + keyId + "\"}") + "." + part(payload) + signature;
    }

    private static String changed(String genuine, String payload) {
        String[] parts = genuine.split("\\.");
        return parts[0] + "." + part(payload.replaceFirst("\"sub\":\"", "\"sub\":\"not-")) + "." + parts[2];
    }

    private static String rs256(String keyId, PrivateKey key, String payload) {
        String signed = part("{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}") + "." + part(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payload(String issuer, int fromSeconds, int untilSeconds, String claims) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"nbf\":%d,\"exp\":%d,%s}"
                .formatted(issuer, now + fromSeconds, now + untilSeconds, claims);
    }

    private static String part(String json) {
        return text(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return text(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
