package org.linli.user.token;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Revocation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the other services which tokens do not count any more. */
@RestController
class RevocationController {
    private final RevocationStore revocations;

    RevocationController(RevocationStore revocations) {
        this.revocations = revocations;
    }

    @Allowed("internal.revocation.read")
    @GetMapping("/internal/v1/revocations")
    List<Revocation> revocations(@RequestParam(defaultValue = "") @Pattern(regexp = "[0-9a-z]{0,13}") String after) {
        return revocations.after(after);
    }
}
