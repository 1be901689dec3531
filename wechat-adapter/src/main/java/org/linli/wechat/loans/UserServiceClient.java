package org.linli.wechat.loans;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "user-service", dismiss404 = true, configuration = AsService.class)
interface UserServiceClient {
    record Identity(@Nullable String userId, @Nullable String merchantId) {}

    @GetMapping("/internal/v1/wechat-identities/{accountId}/{openid}")
    Optional<Identity> identity(@PathVariable("accountId") String accountId, @PathVariable("openid") String openid);
}
