package org.linli.merchant.onboarding;

import org.linli.starter.security.AccessRules;
import org.linli.starter.security.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

@Configuration(proxyBeanMethods = false)
class OnboardingAccess {
    @Bean
    @Order(10)
    AccessRules onboardingRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/merchants")
                .access(applicants())
                .requestMatchers(HttpMethod.GET, "/api/v1/merchants/mine")
                .hasRole("OWNER")
                .requestMatchers(HttpMethod.PUT, "/api/v1/merchants/mine")
                .hasRole("OWNER")
                .requestMatchers(HttpMethod.GET, "/api/v1/merchants/{id}")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/v1/admin/merchants", "/api/v1/admin/merchants/{id}")
                .hasAnyRole("BRANCH_HEAD", "ACCOUNT_MANAGER", "MARKETING_OPERATOR", "AUDITOR", "ADMINISTRATOR")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/admin/merchants/{id}/approval",
                        "/api/v1/admin/merchants/{id}/rejection",
                        "/api/v1/admin/merchants/{id}/suspension")
                .hasRole("BRANCH_HEAD")
                .requestMatchers(HttpMethod.GET, "/internal/v1/merchants/{id}")
                .hasRole("SERVICE");
    }

    /** Anyone with a merchant login except who works for another merchant's counter. */
    private static AuthorizationManager<RequestAuthorizationContext> applicants() {
        return (authentication, context) -> {
            if (!(authentication.get() instanceof JwtAuthenticationToken token)) {
                return new AuthorizationDecision(false);
            }
            Caller caller = Caller.of(token.getToken());
            return new AuthorizationDecision(caller.kind().equals("merchant") && !caller.has("CASHIER"));
        };
    }
}
