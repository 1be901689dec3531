package org.linli.user.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.linli.starter.security.LoggedIn;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.organisation.OwnPasswords;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.linli.user.token.RefreshTokens;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own logins and password. */
@RestController
@RequestMapping("/api/v1/me")
class MySessionController {
    private final RefreshTokens refreshTokens;
    private final PasswordCheck passwords;
    private final OwnPasswords ownPasswords;
    private final Staff staff;

    MySessionController(RefreshTokens refreshTokens, PasswordCheck passwords, OwnPasswords ownPasswords, Staff staff) {
        this.refreshTokens = refreshTokens;
        this.passwords = passwords;
        this.ownPasswords = ownPasswords;
        this.staff = staff;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            @Nullable String device,
            Instant openedAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {
        static Answer of(RefreshTokens.Session session, @Nullable String currentId) {
            return new Answer(
                    session.id(),
                    session.device(),
                    session.openedAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.id().equals(currentId));
        }
    }

    record Change(
            @NotBlank @Size(max = 128) String oldPassword,
            @NotBlank @Size(max = 128) String newPassword) {
        @Override
        public String toString() {
            return "Change[hidden]";
        }
    }

    @LoggedIn
    @GetMapping("/sessions")
    Page<Answer> list(Caller caller) {
        return new Page<>(
                refreshTokens.sessionsOf(caller.subject()).stream()
                        .map(session -> Answer.of(session, caller.attribute("sid")))
                        .toList(),
                null);
    }

    @LoggedIn
    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable String sessionId) {
        if (!refreshTokens.end(caller.subject(), sessionId)) {
            throw ProblemException.notFound();
        }
    }

    /** Ends all other logins: whoever knew the old password is out. */
    @LoggedIn
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Caller caller, @Valid @RequestBody Change form) {
        StaffMember member = staff.findById(caller.subject()).orElseThrow(ProblemException::forbidden);
        boolean fit = passwords.check(
                member.username(),
                form.oldPassword(),
                known -> changed(known, form, caller.attribute("sid")),
                () -> {
                    throw ProblemException.refused("old-password-wrong");
                },
                remaining -> {
                    throw LoginAnswers.tooSoon(remaining);
                });
        if (!fit) {
            throw ProblemException.refused("password-unfit");
        }
    }

    private boolean changed(StaffMember member, Change form, @Nullable String sessionId) {
        boolean fit = ownPasswords.isFit(member, form.oldPassword(), form.newPassword());
        if (fit && !ownPasswords.change(member, form.newPassword(), sessionId)) {
            throw ProblemException.refused("old-password-wrong");
        }
        return fit;
    }
}
