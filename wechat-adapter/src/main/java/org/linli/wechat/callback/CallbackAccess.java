package org.linli.wechat.callback;

import org.linli.starter.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Tencent carries no token of ours: the signature, checked per request, is what admits it. */
@Configuration(proxyBeanMethods = false)
class CallbackAccess {
    @Bean
    AccessRules callbackRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/wechat/{accountId}/callback")
                    .permitAll();
            requests.requestMatchers(HttpMethod.POST, "/wechat/{accountId}/callback")
                    .permitAll();
        };
    }
}
