package org.linli.starter.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a key is unknown when it was looked for often enough: a made-up key id is the caller's fault, and only keys
 * that cannot be had at all are ours.
 */
class KnownKeys implements JWKSource<SecurityContext> {
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> published;

    KnownKeys(JWKSource<SecurityContext> published) {
        this.published = published;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return published.get(selector, context);
        } catch (RateLimitReachedException lookedOftenEnough) {
            if (published.get(ANY, context).isEmpty()) {
                throw lookedOftenEnough;
            }
            return List.of();
        }
    }
}
