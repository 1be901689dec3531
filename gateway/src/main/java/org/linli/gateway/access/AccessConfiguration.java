package org.linli.gateway.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.Problems;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Coarse rules by method and path. A token that is present must be valid, even where none is needed; logging in alone ignores it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AccessConfiguration {
    private static final String STAFF = "KIND_staff";

    @Bean
    SecurityWebFilterChain access(ServerHttpSecurity http, ReactiveJwtDecoder decoder, Problems problems) {
        ServerAuthenticationEntryPoint unauthenticated = (exchange, e) -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return problems.write(exchange, Problem.UNAUTHENTICATED);
        };
        ServerAccessDeniedHandler forbidden = (exchange, e) -> problems.write(exchange, Problem.FORBIDDEN);
        return http.csrf(csrf -> csrf.disable())
                .cors(cors -> cors.disable())
                .headers(headers -> headers.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(AccessConfiguration::rules)
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden)
                        .bearerTokenConverter(tokens())
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(authorities())))
                .build();
    }

    /** Requests are observed as a whole; observing each of the security filters as well costs more than they do. */
    @Bean
    SecurityObservationSettings requestsAreObservedOnce() {
        return SecurityObservationSettings.noObservations();
    }

    private static void rules(ServerHttpSecurity.AuthorizeExchangeSpec rules) {
        String[] reading = PublicPaths.READING.toArray(String[]::new);
        rules.pathMatchers("/api/v1/admin/**")
                .hasAuthority(STAFF)
                .pathMatchers(PublicPaths.OWN_MERCHANT.toArray(String[]::new))
                .authenticated()
                .pathMatchers(HttpMethod.GET, reading)
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, reading)
                .permitAll()
                .pathMatchers(HttpMethod.POST, PublicPaths.POSTING.toArray(String[]::new))
                .permitAll()
                .pathMatchers(PublicPaths.ANY_METHOD.toArray(String[]::new))
                .permitAll()
                .pathMatchers("/api/**")
                .authenticated()
                // Pages, key set, WeChat callbacks (signed by WeChat), health; what is not routed is 404 for everyone.
                .anyExchange()
                .permitAll();
    }

    private static ServerAuthenticationConverter tokens() {
        ServerBearerTokenAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();
        return exchange -> exchange.getRequest().getPath().value().startsWith(PublicPaths.LOGGING_IN)
                ? Mono.empty()
                : header.convert(exchange);
    }

    private static ReactiveJwtAuthenticationConverterAdapter authorities() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(AccessConfiguration::authoritiesOf);
        return new ReactiveJwtAuthenticationConverterAdapter(converter);
    }

    private static Collection<GrantedAuthority> authoritiesOf(Jwt token) {
        List<GrantedAuthority> granted = new ArrayList<>();
        granted.add(new SimpleGrantedAuthority("KIND_" + token.getClaimAsString("kind")));
        return granted;
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(AccessSettings settings, ReactorLoadBalancerExchangeFilterFunction discovery) {
        WebClient client = WebClient.builder()
                .filter(discovery)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 * 1024))
                .build();
        PublishedKeys keys = new PublishedKeys(
                client.get()
                        .uri(settings.jwksUrl())
                        .retrieve()
                        .bodyToMono(String.class)
                        .timeout(Duration.ofSeconds(3)),
                settings.keysFreshFor(),
                settings.keysUsableFor(),
                System::nanoTime);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(settings.clockSkew()), new JwtIssuerValidator(settings.issuer())));
        return decoder;
    }

    /** Encoded slashes, double slashes, dot segments and the like: refused before any rule could be talked around. */
    @Bean
    ServerExchangeRejectedHandler rejected(Problems problems) {
        return (exchange, e) -> problems.write(exchange, Problem.INVALID_ADDRESS);
    }
}
