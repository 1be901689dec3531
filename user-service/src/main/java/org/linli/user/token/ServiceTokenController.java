package org.linli.user.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.linli.user.access.Permissions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a service its own token, for calling the others' internal paths. */
@RestController
class ServiceTokenController {
    private final ServiceSecrets secrets;
    private final AccessTokens tokens;
    private final Permissions permissions;

    ServiceTokenController(ServiceSecrets secrets, AccessTokens tokens, Permissions permissions) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.permissions = permissions;
    }

    record Form(
            @NotNull @Size(max = 64) String service,
            @NotNull @Size(max = 256) String secret) {}

    record Answer(String accessToken, long expiresInSeconds) {}

    @Open
    @PostMapping("/internal/v1/service-tokens")
    Answer issue(@Valid @RequestBody Form form) {
        if (!secrets.isRight(form.service(), form.secret())) {
            throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-credentials");
        }
        String token = tokens.issueForService(form.service(), permissions.ofService(form.service()));
        return new Answer(token, tokens.lifetimeSeconds());
    }
}
