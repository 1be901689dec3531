package org.linli.wechat.loans;

import feign.RequestInterceptor;
import org.linli.starter.security.ServiceTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/** Calls to internal paths carry this service's own token. Not a component: it belongs to the clients that name it. */
class AsService {
    @Bean
    RequestInterceptor ownToken(ServiceTokens tokens) {
        return request -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.current());
    }
}
