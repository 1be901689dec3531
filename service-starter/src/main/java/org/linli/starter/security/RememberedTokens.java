package org.linli.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Takes a token's signature apart once and not at each of its requests. What may change is asked every time: whether
 * it has ended and whether it was called back. A key that is withdrawn opens nothing after {@link #REMEMBERED}.
 */
final class RememberedTokens implements JwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** Of tokens' text, some 1,200 to a person; parsed claims take about twice as much again. */
    private static final long MOST_CHARACTERS = Runtime.getRuntime().maxMemory() / 32;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> valid;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, Jwt parsed) -> token.length())
            .build();

    /** @param valid what the decoder asks of a token besides its signature */
    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> valid) {
        this.decoder = decoder;
        this.valid = valid;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            Jwt fresh = decoder.decode(token);
            verified.put(token, fresh);
            return fresh;
        }
        OAuth2TokenValidatorResult result = valid.validate(known);
        if (result.hasErrors()) {
            throw new BadJwtException("no longer valid");
        }
        return known;
    }
}
