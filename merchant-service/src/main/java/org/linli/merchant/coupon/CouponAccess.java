package org.linli.merchant.coupon;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CouponAccess {
    @Bean
    @Order(30)
    AccessRules couponRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/offers/{id}/claims")
                .hasRole("CONSUMER")
                .requestMatchers(HttpMethod.GET, "/api/v1/me/coupons", "/api/v1/me/coupons/{id}")
                .hasRole("CONSUMER");
    }
}
