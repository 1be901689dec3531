package org.linli.user.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.linli.user.token.Principal;
import org.springframework.http.HttpStatus;

/** Tokens for whoever is in, a problem for everyone else. */
record LoginAnswers(Sessions sessions, @Nullable String device) implements LoginResult.Answers<Sessions.Tokens> {
    @Override
    public Sessions.Tokens loggedIn(Principal principal) {
        return sessions.open(principal, device).orElseGet(this::wrongCredentials);
    }

    @Override
    public Sessions.Tokens wrongCredentials() {
        throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-credentials");
    }

    @Override
    public Sessions.Tokens lockedOut(Duration remaining) {
        throw tooSoon(remaining);
    }

    @Override
    public Sessions.Tokens blocked() {
        throw ProblemException.of(HttpStatus.FORBIDDEN, "person-blocked");
    }

    @Override
    public Sessions.Tokens incomplete(LoginResult.Missing missing) {
        throw switch (missing) {
            case SECOND_FACTOR -> ProblemException.of(HttpStatus.UNAUTHORIZED, "second-factor-required");
            case SECOND_FACTOR_ENROLMENT ->
                ProblemException.of(HttpStatus.FORBIDDEN, "second-factor-enrolment-required");
            case PASSWORD_CHANGE -> ProblemException.of(HttpStatus.FORBIDDEN, "password-change-required");
            case FIT_PASSWORD -> ProblemException.refused("password-unfit");
        };
    }

    static ProblemException tooSoon(Duration remaining) {
        return ProblemException.rateLimited((int) Math.max(1, Math.ceil(remaining.toMillis() / 1000.0)));
    }
}
