package org.linli.starter.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the verified token says. A controller takes it as a parameter.
 *
 * @param subject the person's or service's id
 * @param kind the kind of login
 * @param roles upper-case role names
 * @param organisation the organisation node a member of staff belongs to
 * @param organisationPath its place in the tree, e.g. {@code /hq/B01/}: data scope is this node and below (rule P-1)
 * @param attributes further text claims
 */
public record Caller(
        String subject,
        String kind,
        Set<String> roles,
        @Nullable String organisation,
        @Nullable String organisationPath,
        Map<String, String> attributes) {

    public static Caller of(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        Map<String, String> attributes = new java.util.HashMap<>();
        token.getClaims().forEach((name, value) -> {
            if (value instanceof String text) {
                attributes.put(name, text);
            }
        });
        return new Caller(
                String.valueOf(token.getSubject()),
                String.valueOf(token.getClaimAsString("kind")),
                roles == null ? Set.of() : Set.copyOf(roles),
                token.getClaimAsString("org"),
                token.getClaimAsString("orgPath"),
                Map.copyOf(attributes));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public @Nullable String attribute(String claim) {
        return attributes.get(claim);
    }

    /** The claim's value; 403 for a caller whose token has none. */
    public String require(String claim) {
        String value = attributes.get(claim);
        if (value == null) {
            throw ProblemException.forbidden();
        }
        return value;
    }

    /** Whether something at this place of the organisation tree is inside the caller's data scope (rule P-1). */
    public boolean oversees(String path) {
        return organisationPath != null && path.startsWith(organisationPath);
    }
}
