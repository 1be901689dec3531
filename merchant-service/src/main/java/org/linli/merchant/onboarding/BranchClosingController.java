package org.linli.merchant.onboarding;

import jakarta.validation.constraints.Pattern;
import org.linli.merchant.branch.Attaching;
import org.linli.starter.security.Allowed;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service what a branch would leave behind if it closed now, and lets nobody come to one that leaves nothing. */
@RestController
class BranchClosingController {
    private final Merchants merchants;
    private final Attaching attaching;

    BranchClosingController(Merchants merchants, Attaching attaching) {
        this.merchants = merchants;
        this.attaching = attaching;
    }

    record Answer(long count) {}

    /** Merchants attached to a branch or on the way there; one that nobody knows has none. */
    @Allowed("internal.merchant.count")
    @PostMapping("/internal/v1/organisations/{id}/merchants/leaving")
    Answer leaving(@PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String id) {
        return new Answer(attaching.left(id, () -> merchants.countBelow("/hq/" + id + "/")));
    }
}
