package org.linli.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A made-up key id is the caller's fault however often it comes; keys that cannot be had are ours. */
class KnownKeysTest {
    private boolean away;
    private final JWK key = newKey();
    private final JWKSource<SecurityContext> keys = new KnownKeys(JWKSourceBuilder.create(published())
            .retrying(true)
            .outageTolerant(60_000)
            .build());

    @Test
    void an_unknown_key_id_is_unknown_however_often_it_is_asked_for() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(keys.get(withId("made-up-" + i), null)).isEmpty();
        }
        assertThat(keys.get(withId("known"), null)).hasSize(1);
    }

    @Test
    void keys_that_were_never_to_be_had_are_an_error_however_often_they_are_asked_for() {
        away = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> keys.get(withId("known"), null)).isInstanceOf(KeySourceException.class);
        }
    }

    private static JWKSelector withId(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }

    private JWKSetSource<SecurityContext> published() {
        return new JWKSetSource<>() {
            @Override
            public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                    throws KeySourceException {
                if (away) {
                    throw new JWKSetUnavailableException("away");
                }
                return new JWKSet(List.of(key));
            }

            @Override
            public void close() {}
        };
    }

    private static JWK newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("known").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
