package org.linli.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Mono;

class PublishedKeysTest {
    private final List<JWK> published = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private boolean away;

    private final PublishedKeys keys = new PublishedKeys(
            Mono.fromSupplier(() -> {
                fetches.incrementAndGet();
                if (away) {
                    throw new IllegalStateException("connection refused");
                }
                return new JWKSet(published).toString();
            }),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            now::get);

    @Test
    void known_keys_are_not_fetched_again() {
        publish("k1");
        for (int i = 0; i < 100; i++) {
            assertThat(keysFor("k1")).hasSize(1);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void a_new_key_is_found_and_made_up_ids_fetch_at_most_once_a_second() {
        publish("k1");
        keysFor("k1");
        for (int i = 0; i < 100; i++) {
            assertThat(keysFor("made-up-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(1);
        publish("k2");
        pass(Duration.ofSeconds(2));
        assertThat(keysFor("k2")).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void known_keys_keep_working_for_a_while_without_user_service() {
        publish("k1");
        keysFor("k1");
        away = true;
        pass(Duration.ofHours(3));
        assertThat(keysFor("k1")).hasSize(1);
        pass(Duration.ofHours(2));
        assertThatThrownBy(() -> keysFor("k1")).isInstanceOf(JwtException.class);
    }

    @Test
    void a_withdrawn_key_stops_working_once_the_keys_are_looked_at_again() {
        publish("k1");
        keysFor("k1");
        published.clear();
        publish("k2");
        pass(Duration.ofMinutes(6));
        keysFor("k1");
        assertThat(keysFor("k1")).isEmpty();
    }

    @Test
    void without_any_key_the_answer_is_try_later_not_wrong_token() {
        away = true;
        assertThatThrownBy(() -> keysFor("k1"))
                .isExactlyInstanceOf(JwtException.class)
                .hasMessage("keys are not available");
        away = false;
        publish("k1");
        assertThat(keysFor("k1")).hasSize(1);
    }

    private void publish(String id) {
        try {
            published.add(new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private List<JWK> keysFor(String keyId) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), new JWTClaimsSet.Builder().build());
        return keys.apply(token).collectList().block();
    }
}
