package org.linli.geosearch.audience;

import feign.RequestInterceptor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.ServiceTokens;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** merchant-service as it speaks. */
@FeignClient(name = "merchant-service", configuration = MerchantServiceClient.AsThisService.class)
interface MerchantServiceClient {
    @GetMapping("/internal/v1/consumers/{consumerId}/segments")
    @Nullable Answer segments(@PathVariable("consumerId") String consumerId);

    /** Other people's answers may lack anything. */
    record Answer(@Nullable Set<String> segmentIds) {}

    class AsThisService {
        @Bean
        RequestInterceptor ownToken(ServiceTokens tokens) {
            return request -> request.header("Authorization", "Bearer " + tokens.current());
        }
    }
}
