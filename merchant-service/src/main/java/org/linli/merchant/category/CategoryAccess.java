package org.linli.merchant.category;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CategoryAccess {
    @Bean
    AccessRules categoryRules() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, "/api/v1/categories").permitAll();
    }
}
