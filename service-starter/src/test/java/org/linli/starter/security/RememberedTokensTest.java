package org.linli.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** A token that is known is asked again for everything but its signature. */
class RememberedTokensTest {
    private final Revocations revocations = new Revocations(mark -> List.of(), Duration.ZERO);
    private final AtomicInteger verified = new AtomicInteger();

    private RememberedTokens tokens(Instant expiresAt) {
        return new RememberedTokens(
                text -> {
                    verified.incrementAndGet();
                    if (!text.startsWith("good")) {
                        throw new BadJwtException("signature");
                    }
                    return Jwt.withTokenValue(text)
                            .header("alg", "RS256")
                            .subject("u1")
                            .jti("0a")
                            .issuedAt(expiresAt.minusSeconds(900))
                            .expiresAt(expiresAt)
                            .build();
                },
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(Duration.ZERO), revocations));
    }

    @Test
    void a_signature_is_verified_once() {
        RememberedTokens tokens = tokens(Instant.now().plusSeconds(60));

        assertThat(tokens.decode("good-1")).isSameAs(tokens.decode("good-1"));
        assertThat(verified).hasValue(1);
    }

    @Test
    void a_token_that_is_called_back_opens_nothing_though_it_is_known() {
        RememberedTokens tokens = tokens(Instant.now().plusSeconds(60));
        tokens.decode("good-1");

        revocations.add(new Revocation("0b", Revocation.subject("u1")));

        assertThatThrownBy(() -> tokens.decode("good-1")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_ends_opens_nothing_though_it_is_known() {
        RememberedTokens tokens = tokens(Instant.now().minusSeconds(1));
        tokens.decode("good-1");

        assertThatThrownBy(() -> tokens.decode("good-1")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_refused_token_is_not_remembered() {
        RememberedTokens tokens = tokens(Instant.now().plusSeconds(60));

        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasValue(2);
    }
}
