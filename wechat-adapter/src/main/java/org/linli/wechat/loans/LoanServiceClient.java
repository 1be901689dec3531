package org.linli.wechat.loans;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

@FeignClient(name = "loan-service", dismiss404 = true, configuration = AsService.class)
interface LoanServiceClient {
    record Application(
            String id,
            String stage,
            @Nullable String stageName,
            @Nullable OffsetDateTime stageDueAt,
            @Nullable Responsible responsible) {}

    record Responsible(@Nullable String role, @Nullable String roleName) {}

    @GetMapping("/internal/v1/merchants/{merchantId}/loan-applications/latest")
    Optional<Application> latest(
            @PathVariable("merchantId") String merchantId, @RequestHeader("Accept-Language") String language);
}
