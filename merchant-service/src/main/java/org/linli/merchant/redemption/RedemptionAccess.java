package org.linli.merchant.redemption;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class RedemptionAccess {
    @Bean
    @Order(40)
    AccessRules redemptionRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/me/coupons/{id}/redemption-code")
                .hasRole("CONSUMER")
                .requestMatchers(HttpMethod.POST, "/api/v1/redemptions")
                .hasAnyRole("OWNER", "CASHIER")
                .requestMatchers(HttpMethod.POST, "/api/v1/redemptions/{id}/reversal")
                .hasRole("OWNER");
    }
}
