package org.linli.merchant.branch;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class BranchAccess {
    @Bean
    @Order(40)
    AccessRules branchRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/admin/merchants/circles/{branchId}")
                .hasAnyRole("ADMINISTRATOR", "BRANCH_HEAD", "ACCOUNT_MANAGER", "AUDITOR");
    }
}
