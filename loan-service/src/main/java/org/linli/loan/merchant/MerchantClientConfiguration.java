package org.linli.loan.merchant;

import feign.RequestInterceptor;
import org.linli.starter.security.ServiceTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MerchantClientConfiguration {
    @Bean
    RequestInterceptor asThisService(ServiceTokens tokens) {
        return request -> request.header("Authorization", "Bearer " + tokens.current());
    }
}
