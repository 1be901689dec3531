package org.linli.user.token;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.starter.Ids;

/**
 * A refresh token: the family it belongs to and 256 random bits. The family's id is random too, so whoever names one
 * has held one of its tokens.
 */
record RefreshToken(String familyId, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    static RefreshToken ofNewFamily() {
        return new RefreshToken(random(16), random(32));
    }

    RefreshToken successor() {
        return new RefreshToken(familyId, random(32));
    }

    static Optional<RefreshToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new RefreshToken(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The name of the login in tokens and lists: tells nothing that could renew or end it. */
    String sessionId() {
        return sessionId(familyId);
    }

    static String sessionId(String familyId) {
        return Ids.derived("session", familyId);
    }

    String text() {
        return familyId + "." + secret;
    }

    /** What is stored; 256 random bits need no salt. */
    String hash() {
        return Ids.hash(familyId, secret);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
