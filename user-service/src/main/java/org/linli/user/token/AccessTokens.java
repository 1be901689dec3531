package org.linli.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
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

    public String issue(Principal principal) {
        String kind = principal.kind().name().toLowerCase(Locale.ROOT);
        JwtClaimsSet.Builder claims = claims(principal.id(), kind, principal.roles());
        add(claims, "merchantId", principal.merchantId());
        add(claims, "org", principal.organisationId());
        add(claims, "orgPath", principal.organisationPath());
        add(claims, "accountId", principal.accountId());
        return sign(claims);
    }

    String issueForService(String service) {
        return sign(claims(service, "service", List.of("SERVICE")));
    }

    private JwtClaimsSet.Builder claims(String subject, String kind, List<String> roles) {
        Instant now = clock.instant();
        return JwtClaimsSet.builder()
                .issuer(SecurityConfiguration.ISSUER)
                .subject(subject)
                .id(Ids.next())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("kind", kind)
                .claim("roles", roles);
    }

    private static void add(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }

    private String sign(JwtClaimsSet.Builder claims) {
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
    }
}
