package org.linli.merchant.offer;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class OfferAccess {
    @Bean
    @Order(20)
    AccessRules offerRules() {
        return requests -> requests.requestMatchers("/api/v1/merchants/{id}/offers")
                .access(AccessRules.own("id", "merchantId", "OWNER"))
                .requestMatchers(HttpMethod.GET, "/api/v1/offers/{id}")
                .permitAll()
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/offers/{id}/publication",
                        "/api/v1/offers/{id}/pause",
                        "/api/v1/offers/{id}/end")
                .hasRole("OWNER")
                .requestMatchers(HttpMethod.GET, "/api/v1/admin/offers")
                .hasAnyRole("BRANCH_HEAD", "MARKETING_OPERATOR", "AUDITOR", "ADMINISTRATOR")
                .requestMatchers(
                        HttpMethod.POST, "/api/v1/admin/offers/{id}/approval", "/api/v1/admin/offers/{id}/rejection")
                .hasAnyRole("BRANCH_HEAD", "MARKETING_OPERATOR");
    }
}
