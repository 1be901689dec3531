package org.linli.user.login;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Renewing and ending a login. */
@RestController
@RequestMapping("/api/v1/auth")
class SessionController {
    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    record Form(@NotBlank @Size(max = 256) String refreshToken) {}

    @Open
    @PostMapping("/refresh")
    Sessions.Tokens refresh(@Valid @RequestBody Form form) {
        return sessions.renew(form.refreshToken())
                .fold(
                        tokens -> tokens,
                        () -> {
                            throw refused("refresh-token-reused");
                        },
                        () -> {
                            throw refused("refresh-token-invalid");
                        });
    }

    @Open
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@Valid @RequestBody Form form) {
        sessions.close(form.refreshToken());
    }

    private static ProblemException refused(String code) {
        return ProblemException.of(HttpStatus.UNAUTHORIZED, code);
    }
}
