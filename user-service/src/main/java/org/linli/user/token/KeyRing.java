package org.linli.user.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.linli.user.startup.LocalOnly;

/**
 * The key that signs, and the keys that are published: also the next one, before it signs, and the last one, until its
 * tokens have ended. So a new key logs nobody out, also while replicas are restarted one after the other.
 */
record KeyRing(RSAKey signing, JWKSet published) {

    static KeyRing of(TokenSettings settings, LocalOnly localOnly) {
        RSAKey signing = SigningKey.find(settings, localOnly);
        List<JWK> published = new ArrayList<>(List.of(signing.toPublicJWK()));
        Arrays.stream(settings.otherKeys().split(","))
                .filter(text -> !text.isBlank())
                .map(text -> SigningKey.parsePublished("JWT_OTHER_KEYS", text))
                .filter(key -> !key.getKeyID().equals(signing.getKeyID()))
                .forEach(published::add);
        return new KeyRing(signing, new JWKSet(published));
    }

    @Override
    public String toString() {
        return "KeyRing[" + signing.getKeyID() + " of " + published.size() + "]";
    }
}
