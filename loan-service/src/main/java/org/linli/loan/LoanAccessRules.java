package org.linli.loan;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.function.Supplier;
import org.linli.starter.security.AccessRules;
import org.linli.starter.security.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Who may call what; everything not named here is denied. */
@Configuration(proxyBeanMethods = false)
class LoanAccessRules {
    private static final String[] STAFF = {
        "ACCOUNT_MANAGER", "RISK_MANAGER", "BRANCH_HEAD", "APPROVER", "AUDITOR", "ADMINISTRATOR"
    };
    private static final String APPLICATIONS = "/api/v1/loan-applications";
    private static final String STAFF_APPLICATIONS = "/api/v1/admin/loan-applications";

    @Bean
    AccessRules loanAccess() {
        AuthorizationManager<RequestAuthorizationContext> owner = LoanAccessRules::ownerOfSomeMerchant;
        return requests -> requests.requestMatchers(GET, "/api/v1/loan-products")
                .permitAll()
                .requestMatchers(POST, "/api/v1/loan-calculations")
                .permitAll()
                .requestMatchers(POST, APPLICATIONS)
                .access(owner)
                .requestMatchers(GET, APPLICATIONS)
                .access(owner)
                .requestMatchers(GET, APPLICATIONS + "/{id}")
                .access(AuthorizationManagers.anyOf(owner, AuthorityAuthorizationManager.hasAnyRole(STAFF)))
                .requestMatchers(GET, STAFF_APPLICATIONS)
                .hasAnyRole(STAFF)
                .requestMatchers(POST, STAFF_APPLICATIONS + "/imports")
                .hasRole("ADMINISTRATOR")
                .requestMatchers(POST, STAFF_APPLICATIONS + "/{id}/stage")
                .hasAnyRole("ACCOUNT_MANAGER", "BRANCH_HEAD")
                .requestMatchers(GET, "/internal/v1/merchants/{merchantId}/loan-applications/latest")
                .hasRole("SERVICE");
    }

    /** An owner without a merchant has nothing to apply for: refused here, before any body is read. */
    private static AuthorizationDecision ownerOfSomeMerchant(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof JwtAuthenticationToken token)) {
            return new AuthorizationDecision(false);
        }
        Caller caller = Caller.of(token.getToken());
        return new AuthorizationDecision(caller.has("OWNER") && caller.attribute("merchantId") != null);
    }
}
