package org.linli.loan.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** user-service as it speaks of members of staff. */
@FeignClient(name = "user-service", contextId = "staff-standing")
interface StaffClient {
    @GetMapping("/internal/v1/staff/{staffId}/standing")
    @Nullable Answer standing(
            @PathVariable("staffId") String staffId,
            @RequestParam("permission") String permission,
            @RequestParam("path") String path);

    record Answer(@Nullable Boolean atWork, @Nullable Boolean allowed) {}
}
