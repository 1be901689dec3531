package org.linli.user;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Who may call what in this service; whatever is not named here is refused. */
@Configuration(proxyBeanMethods = false)
class UserAccess {
    private static final List<String> PROVED_OTHERWISE =
            List.of("/api/v1/auth/", "/.well-known/", "/internal/v1/service-tokens");

    @Bean
    AccessRules userServiceRules() {
        return requests -> {
            requests.requestMatchers(POST, "/api/v1/auth/**", "/internal/v1/service-tokens")
                    .permitAll();
            requests.requestMatchers(GET, "/.well-known/jwks.json", "/api/v1/branches", "/api/v1/branches/*")
                    .permitAll();
            requests.requestMatchers("/internal/v1/**").hasRole("SERVICE");
            requests.requestMatchers(GET, "/api/v1/me").authenticated();
            requests.requestMatchers(POST, "/api/v1/me/wechat").hasAnyRole("OWNER", "CASHIER", "APPLICANT");
            requests.requestMatchers(POST, "/api/v1/admin/branches", "/api/v1/admin/branches/*/closure")
                    .hasRole("ADMINISTRATOR");
            requests.requestMatchers(POST, "/api/v1/admin/branches/imports").hasRole("ADMINISTRATOR");
            requests.requestMatchers(PUT, "/api/v1/admin/branches/*").hasRole("ADMINISTRATOR");
            requests.requestMatchers(GET, "/api/v1/admin/staff", "/api/v1/admin/organisations")
                    .hasAnyRole("ADMINISTRATOR", "AUDITOR", "BRANCH_HEAD");
            requests.requestMatchers(POST, "/api/v1/admin/staff", "/api/v1/admin/staff/*/deactivation")
                    .hasRole("ADMINISTRATOR");
            requests.requestMatchers(PUT, "/api/v1/admin/staff/merchant-members")
                    .hasRole("ADMINISTRATOR");
        };
    }

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
