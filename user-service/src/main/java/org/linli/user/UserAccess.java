package org.linli.user;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Where the body proves who calls. */
@Configuration(proxyBeanMethods = false)
class UserAccess {
    private static final List<String> PROVED_OTHERWISE =
            List.of("/api/v1/auth/", "/.well-known/", "/internal/v1/service-tokens");

    /**
     * Logging in and renewing a login must work for someone whose client still sends an expired token along: there the
     * body proves who calls, and the header is not looked at.
     */
    @Bean
    BearerTokenResolver bearerTokens() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> PROVED_OTHERWISE.stream().anyMatch(request.getRequestURI()::startsWith)
                ? null
                : header.resolve(request);
    }
}
