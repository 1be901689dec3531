package org.linli.user.binding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff shut someone out, and let them in again. */
@RestController
@RequestMapping("/api/v1/admin/customers/{userId}/blacklisting")
class BlacklistController {
    private final Blacklist blacklist;
    private final Users users;

    BlacklistController(Blacklist blacklist, Users users) {
        this.blacklist = blacklist;
        this.users = users;
    }

    record Form(@NotBlank @Size(min = 5, max = 200) String reason) {}

    @Allowed("customer.blacklist")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(Caller caller, @PathVariable String userId, @Valid @RequestBody Form form) {
        blacklist.put(overseen(caller, userId), form.reason().strip());
    }

    @Allowed("customer.blacklist")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Caller caller, @PathVariable String userId) {
        blacklist.lift(overseen(caller, userId));
    }

    private User overseen(Caller caller, String userId) {
        return users.current(userId)
                .filter(user -> caller.oversees(user.organisationPath()))
                .orElseThrow(ProblemException::notFound);
    }
}
