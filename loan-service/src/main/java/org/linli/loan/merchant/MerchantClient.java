package org.linli.loan.merchant;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** merchant-service as it speaks. */
@FeignClient("merchant-service")
interface MerchantClient {
    @GetMapping("/internal/v1/merchants/{merchantId}")
    @Nullable Answer find(@PathVariable("merchantId") String merchantId);

    /** Other people's answers may lack anything. */
    record Answer(
            @Nullable String merchantId,
            @Nullable String name,
            @Nullable String status,
            @Nullable String branchId,
            @Nullable String organisationPath) {}
}
