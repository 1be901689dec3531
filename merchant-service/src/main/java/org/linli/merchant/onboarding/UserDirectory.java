package org.linli.merchant.onboarding;

import feign.RequestInterceptor;
import org.linli.starter.security.ServiceTokens;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** user-service's side of a merchant: who may act for it. Repeating a call changes nothing. */
@FeignClient(name = "user-service", configuration = UserDirectory.ServiceLogin.class)
interface UserDirectory {
    @PutMapping("/internal/v1/merchants/{merchantId}/members")
    void putMember(@PathVariable("merchantId") String merchantId, @RequestBody Member member);

    record Member(String userId, String role) {}

    /** Every call carries this service's own token. */
    class ServiceLogin {
        @Bean
        RequestInterceptor bearer(ServiceTokens tokens) {
            return request -> request.header("Authorization", "Bearer " + tokens.current());
        }
    }
}
