package org.linli.loan.bureau.client;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** user-service as it speaks of whom a credit report may be asked for. */
@FeignClient(name = "user-service", contextId = "credit-subjects")
interface UserServiceClient {
    @GetMapping("/internal/v1/users/{userId}/credit-subject")
    @Nullable Answer find(@PathVariable("userId") String userId);

    record Answer(
            @Nullable Boolean consented,
            @Nullable String textVersion,
            @Nullable String customerNumber) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }
}
