package org.linli.loan.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** merchant-service's turnover as it speaks. */
@FeignClient(name = "merchant-service", contextId = "recent-turnover")
interface RecentTurnoverClient {
    @GetMapping("/internal/v1/merchants/{merchantId}/turnover")
    @Nullable Answer find(
            @PathVariable("merchantId") String merchantId,
            @RequestParam("from") String from,
            @RequestParam("to") String to);

    /** Other people's answers may lack anything. */
    record Answer(@Nullable List<@Nullable Month> months) {}

    record Month(@Nullable String month, @Nullable Long turnoverFen) {}
}
