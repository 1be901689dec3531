package org.linli.merchant.onboarding;

import jakarta.validation.constraints.Pattern;
import org.linli.starter.security.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what a branch would leave behind if it closed. */
@RestController
class MerchantCountController {
    private static final String HEAD_OFFICE = "hq";

    private final Merchants merchants;

    MerchantCountController(Merchants merchants) {
        this.merchants = merchants;
    }

    record Answer(long count) {}

    /** Merchants attached at or below head office or a branch; one that nobody knows has none. */
    @Allowed("internal.merchant.count")
    @GetMapping("/internal/v1/organisations/{id}/merchants/count")
    Answer count(@PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String id) {
        return new Answer(merchants.countBelow(HEAD_OFFICE.equals(id) ? "/hq/" : "/hq/" + id + "/"));
    }
}
