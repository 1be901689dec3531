package org.linli.starter.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
 * @param grants permissions by the node of the organisation tree at and below which they hold, e.g. {@code /hq/B01/};
 *     of callers outside the tree at {@link #ANYWHERE}
 * @param scope the nodes at and below which the caller may do what the endpoint at hand does (rule P-1); none
 *     contains another
 * @param attributes further text claims
 */
public record Caller(
        String subject,
        String kind,
        Set<String> roles,
        @Nullable String organisation,
        Map<String, Set<String>> grants,
        List<String> scope,
        Map<String, String> attributes) {
    /** Where permissions of people and services outside the organisation tree hold. */
    public static final String ANYWHERE = "*";

    /** The claim that carries {@link #grants}. */
    public static final String GRANTS_CLAIM = "may";

    /** Without an endpoint at hand the scope is empty. */
    public static Caller of(Jwt token) {
        return of(token, Set.of());
    }

    /** @param asked the permissions of the endpoint at hand */
    static Caller of(Jwt token, Set<String> asked) {
        List<String> roles = token.getClaimAsStringList("roles");
        Map<String, String> attributes = new HashMap<>();
        token.getClaims().forEach((name, value) -> {
            if (value instanceof String text) {
                attributes.put(name, text);
            }
        });
        Map<String, Set<String>> grants = grantsOf(token);
        return new Caller(
                String.valueOf(token.getSubject()),
                String.valueOf(token.getClaimAsString("kind")),
                roles == null ? Set.of() : Set.copyOf(roles),
                token.getClaimAsString("org"),
                grants,
                scopeOf(grants, asked),
                Map.copyOf(attributes));
    }

    /** Whether a token carries the permission anywhere at all, as {@link #may(String)}, without reading the rest of it. */
    static boolean isGranted(Jwt token, String permission) {
        return token.getClaims().get(GRANTS_CLAIM) instanceof Map<?, ?> grants
                && grants.values().stream()
                        .anyMatch(names -> names instanceof Collection<?> some && some.contains(permission));
    }

    private static Map<String, Set<String>> grantsOf(Jwt token) {
        Map<String, Object> claim = token.getClaimAsMap(GRANTS_CLAIM);
        if (claim == null) {
            return Map.of();
        }
        Map<String, Set<String>> grants = new HashMap<>();
        claim.forEach((path, permissions) -> {
            if (permissions instanceof Collection<?> names) {
                grants.put(
                        path,
                        Set.of(names.stream().map(String::valueOf).distinct().toArray(String[]::new)));
            }
        });
        return Map.copyOf(grants);
    }

    private static List<String> scopeOf(Map<String, Set<String>> grants, Set<String> asked) {
        List<String> paths = grants.entrySet().stream()
                .filter(grant ->
                        grant.getKey().startsWith("/") && asked.stream().anyMatch(grant.getValue()::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller has the permission anywhere at all. */
    public boolean may(String permission) {
        return grants.values().stream().anyMatch(permissions -> permissions.contains(permission));
    }

    /** Whether the permission reaches this place of the organisation tree. */
    public boolean may(String permission, String path) {
        return grants.entrySet().stream()
                .anyMatch(grant -> grant.getKey().startsWith("/")
                        && path.startsWith(grant.getKey())
                        && grant.getValue().contains(permission));
    }

    /** Where a record of what the caller did with a whole scope belongs: its first node, else head office. */
    public String firstNode() {
        return scope.isEmpty() ? "/hq/" : scope.get(0);
    }

    public @Nullable String attribute(String claim) {
        return attributes.get(claim);
    }

    /** The values of a claim that is a list in one text. */
    public Set<String> list(String claim) {
        String text = attributes.get(claim);
        return text == null || text.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
    }

    /** The claim's value; 403 for a caller whose token has none. */
    public String require(String claim) {
        String value = attributes.get(claim);
        if (value == null) {
            throw ProblemException.forbidden();
        }
        return value;
    }

    /** Whether the endpoint at hand may be used by the caller on something at this place of the tree (rule P-1). */
    public boolean oversees(String path) {
        return scope.stream().anyMatch(path::startsWith);
    }
}
