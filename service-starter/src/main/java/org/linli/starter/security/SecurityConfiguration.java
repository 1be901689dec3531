package org.linli.starter.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.linli.starter.web.ProblemException;
import org.linli.starter.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stateless bearer tokens, verified against the published keys; deny by default. See docs/decisions/0005. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    public static final String ISSUER = "linli";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    @Bean
    SecurityFilterChain security(HttpSecurity http, EndpointAccess endpoints, Problems problems) {
        AuthenticationEntryPoint unauthenticated = (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(request, response, ProblemException.of(HttpStatus.UNAUTHORIZED, "unauthenticated"));
        };
        AccessDeniedHandler forbidden =
                (request, response, e) -> problems.write(request, response, ProblemException.forbidden());
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .servletApi(servlet -> servlet.disable()) // callers are told by CallerResolver
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/error")
                            .permitAll();
                    requests.requestMatchers("/v3/api-docs/**").permitAll();
                    requests.anyRequest().access(endpoints);
                })
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden)
                        .jwt(jwt -> {})
                        .withObjectPostProcessor(keysUnreachable(problems, unauthenticated)))
                .build();
    }

    @Bean
    EndpointAccess endpointAccess(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new EndpointAccess(mappings);
    }

    @Bean
    FoundEndpoint foundEndpoint() {
        return new FoundEndpoint();
    }

    /** Requests are observed as a whole; observing each of the security filters as well costs more than they do. */
    @Bean
    SecurityObservationSettings requestsAreObservedOnce() {
        return SecurityObservationSettings.noObservations();
    }

    /** Without this, a key server that is away would make 500 of every request with a token. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> keysUnreachable(
            Problems problems, AuthenticationEntryPoint unauthenticated) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler((request, response, e) -> {
                    if (e instanceof AuthenticationServiceException) {
                        problems.write(request, response, ProblemException.dependencyUnavailable());
                    } else {
                        unauthenticated.commence(request, response, e);
                    }
                });
                return filter;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(@Value("${linli.security.jwks-url}") String keysUrl, Revocations revocations)
            throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(keysUrl).toURL(), new DefaultResourceRetriever(1_000, 2_000))
                .retrying(true)
                .outageTolerant(Duration.ofHours(4).toMillis())
                .build();
        return decoder(new KnownKeys(keys), revocations);
    }

    @Bean
    Revocations revocations(
            ObjectProvider<RevocationSource> own,
            ServiceTokens tokens,
            @Value("${linli.security.revocations-every:5s}") Duration every) {
        return new Revocations(own.getIfAvailable(tokens::revocations), every);
    }

    /** A decoder for RS256 tokens of our issuer, over the given keys. */
    public static JwtDecoder decoder(JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> revocations) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        OAuth2TokenValidator<Jwt> valid = new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW), new JwtIssuerValidator(ISSUER), revocations);
        decoder.setJwtValidator(valid);
        return new RememberedTokens(decoder, valid);
    }
}
