package org.linli.starter.security;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What one service lets whom do, by method and path. Whatever no rule names is denied. The rules run before any body
 * is read, so that who may not call learns nothing else.
 */
@FunctionalInterface
public interface AccessRules {
    void declare(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

    /** Allows callers with one of the roles whose claim equals the path variable, e.g. only for what is their own. */
    static AuthorizationManager<RequestAuthorizationContext> own(
            String pathVariable, String claim, String... anyOfRoles) {
        return (authentication, context) -> {
            if (!(authentication.get() instanceof JwtAuthenticationToken token)) {
                return new AuthorizationDecision(false);
            }
            Caller caller = Caller.of(token.getToken());
            boolean hasRole = java.util.Arrays.stream(anyOfRoles).anyMatch(caller::has);
            String wanted = context.getVariables().get(pathVariable);
            return new AuthorizationDecision(hasRole && wanted != null && wanted.equals(caller.attribute(claim)));
        };
    }
}
