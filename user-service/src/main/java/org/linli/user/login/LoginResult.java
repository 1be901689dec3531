package org.linli.user.login;

import java.time.Duration;
import org.linli.user.token.Principal;

/** How a login ended. */
sealed interface LoginResult {
    /** What to make of each of the ways in which a login can end: a new one does not compile until it has an answer. */
    interface Answers<R> {
        R loggedIn(Principal principal);

        R wrongCredentials();

        R lockedOut(Duration remaining);

        R blocked();

        R incomplete(Missing missing);
    }

    <R> R answer(Answers<R> answers);

    /** What is missing although the password is right. */
    enum Missing {
        SECOND_FACTOR,
        SECOND_FACTOR_ENROLMENT,
        PASSWORD_CHANGE,
        FIT_PASSWORD
    }

    record LoggedIn(Principal principal) implements LoginResult {
        @Override
        public <R> R answer(Answers<R> answers) {
            return answers.loggedIn(principal);
        }
    }

    /** Deliberately without a reason: whether the name, the code or its age was wrong is nobody's business. */
    record WrongCredentials() implements LoginResult {
        @Override
        public <R> R answer(Answers<R> answers) {
            return answers.wrongCredentials();
        }
    }

    record LockedOut(Duration remaining) implements LoginResult {
        @Override
        public <R> R answer(Answers<R> answers) {
            return answers.lockedOut(remaining);
        }
    }

    /** On the bank's blacklist. */
    record Blocked() implements LoginResult {
        @Override
        public <R> R answer(Answers<R> answers) {
            return answers.blocked();
        }
    }

    record Incomplete(Missing missing) implements LoginResult {
        @Override
        public <R> R answer(Answers<R> answers) {
            return answers.incomplete(missing);
        }
    }
}
