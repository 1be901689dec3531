package org.linli.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.linli.starter.security.SecurityConfiguration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs the short-lived tokens that every service trusts. */
public class AccessTokens {
    private static final JwsHeader HEADER =
            JwsHeader.with(SignatureAlgorithm.RS256).build();

    private final JwtEncoder encoder;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, Duration lifetime, Clock clock) {
        this.encoder = encoder;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    /** How long a token for this principal lasts from now; at least a second. */
    public long lifetimeSeconds(Principal principal) {
        Instant now = clock.instant();
        return Math.max(1, Duration.between(now, end(now, principal.until())).toSeconds());
    }

    private Instant end(Instant now, @Nullable Instant until) {
        Instant end = now.plus(lifetime);
        return until == null || until.isAfter(end) ? end : until.isAfter(now) ? until : now.plusSeconds(1);
    }

    /** @param sessionId of the login, by which the token can be called back */
    public String issue(Principal principal, String sessionId) {
        String kind = principal.kind().name().toLowerCase(Locale.ROOT);
        JwtClaimsSet.Builder claims = claims(principal.id(), kind, principal.roles(), principal.until())
                .id(principal.asOf());
        principal.attributes().forEach(claims::claim);
        claims.claim("sid", sessionId);
        claims.claim(Caller.GRANTS_CLAIM, sorted(principal.grants()));
        return sign(claims);
    }

    public String issueForService(String service, Set<String> permissions) {
        JwtClaimsSet.Builder claims = claims(service, "service", List.of("SERVICE"), null);
        claims.claim(Caller.GRANTS_CLAIM, sorted(Map.of(Caller.ANYWHERE, permissions)));
        return sign(claims);
    }

    private static Map<String, List<String>> sorted(Map<String, Set<String>> grants) {
        Map<String, List<String>> sorted = new TreeMap<>();
        grants.forEach((path, permissions) ->
                sorted.put(path, permissions.stream().sorted().toList()));
        return sorted;
    }

    private JwtClaimsSet.Builder claims(String subject, String kind, List<String> roles, @Nullable Instant until) {
        Instant now = clock.instant();
        return JwtClaimsSet.builder()
                .issuer(SecurityConfiguration.ISSUER)
                .subject(subject)
                .id(Ids.next())
                .issuedAt(now)
                .expiresAt(end(now, until))
                .claim("kind", kind)
                .claim("roles", roles);
    }

    private String sign(JwtClaimsSet.Builder claims) {
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
    }
}
