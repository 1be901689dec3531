package org.linli.merchant.importing;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class ImportAccess {
    @Bean
    @Order(50)
    AccessRules importRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/admin/merchants/imports")
                .hasRole("ADMINISTRATOR");
    }
}
