package org.linli.loan.merchant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.LocatedPoint;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** merchant-service as whoever judges a case asks it; a client of its own, because it waits less. */
@FeignClient(name = "merchant-service", contextId = "merchant-facts")
interface MerchantFactsClient {
    @GetMapping("/internal/v1/merchants/{merchantId}")
    @Nullable Shop shop(@PathVariable("merchantId") String merchantId);

    /** Months as {@code 2026-03}, both included. */
    @GetMapping("/internal/v1/merchants/{merchantId}/turnover")
    @Nullable Turnover turnover(
            @PathVariable("merchantId") String merchantId,
            @RequestParam("from") String from,
            @RequestParam("to") String to);

    /** Other people's answers may lack anything. */
    record Shop(
            @Nullable String category,
            @Nullable LocatedPoint point,
            @Nullable Instant registeredAt) {}

    record Turnover(@Nullable List<@Nullable Month> months) {}

    record Month(
            @Nullable String month,
            @Nullable String state,
            @Nullable Long turnoverFen) {
        boolean isKnown() {
            return "KNOWN".equals(state) && turnoverFen != null;
        }
    }
}
