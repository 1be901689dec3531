package org.linli.user.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.User;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Staff note what kind of customer someone is. */
@RestController
class TagController {
    private final Profiles profiles;

    TagController(Profiles profiles) {
        this.profiles = profiles;
    }

    record Tags(
            @NotNull @Size(max = User.MOST_TAGS) List<@NotNull @Pattern(regexp = "[\\p{L}\\p{N}_-]{1,20}") String> tags) {}

    @Allowed("customer.tag")
    @PutMapping("/api/v1/admin/customers/{userId}/tags")
    Tags tag(Caller caller, @PathVariable String userId, @Valid @RequestBody Tags form) {
        if (!caller.oversees(profiles.of(userId).organisationPath())) {
            throw ProblemException.notFound();
        }
        return new Tags(profiles.tag(userId, form.tags()));
    }
}
