package org.linli.user.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import org.linli.starter.security.Revocations;
import org.linli.starter.security.SecurityConfiguration;
import org.linli.user.startup.LocalOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    KeyRing keys(TokenSettings settings, LocalOnly localOnly) {
        return KeyRing.of(settings, localOnly);
    }

    @Bean
    AccessTokens accessTokens(KeyRing keys, TokenSettings settings, Clock clock) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(keys.signing())));
        return new AccessTokens(encoder, settings.accessLifetime(), clock);
    }

    /** This service knows its own keys and need not ask itself for them over HTTP. */
    @Bean
    JwtDecoder ownTokens(KeyRing keys, Revocations revocations) {
        return SecurityConfiguration.decoder(new ImmutableJWKSet<>(keys.published()), revocations);
    }
}
