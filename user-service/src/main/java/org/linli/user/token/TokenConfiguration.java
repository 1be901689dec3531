package org.linli.user.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
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
    RSAKey signingKey(TokenSettings settings, LocalOnly localOnly) {
        return SigningKey.find(settings, localOnly);
    }

    @Bean
    AccessTokens accessTokens(RSAKey key, TokenSettings settings, Clock clock) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        return new AccessTokens(encoder, settings.accessLifetime(), clock);
    }

    /** This service knows its own key and need not ask itself for it over HTTP. */
    @Bean
    JwtDecoder ownTokens(RSAKey key, Revocations revocations) {
        return SecurityConfiguration.decoder(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), revocations);
    }
}
