package org.linli.merchant.audience;

import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.linli.starter.security.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the search which audiences somebody belongs to, so that it shows them what is meant for them (rule G-3). */
@RestController
class MembershipController {
    private final Audiences audiences;

    MembershipController(Audiences audiences) {
        this.audiences = audiences;
    }

    @Allowed("internal.audience.read")
    @GetMapping("/internal/v1/consumers/{consumerId}/segments")
    Answer segments(@PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String consumerId) {
        return new Answer(audiences.of(consumerId));
    }

    record Answer(Set<String> segmentIds) {}
}
