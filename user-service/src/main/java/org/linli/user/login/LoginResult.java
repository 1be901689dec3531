package org.linli.user.login;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.user.token.Principal;

/** How a login ended. */
sealed interface LoginResult {
    <R> R fold(
            Function<Principal, R> loggedIn,
            Supplier<R> wrong,
            Function<Duration, R> lockedOut,
            Supplier<R> blocked,
            Function<Missing, R> incomplete);

    /** What is missing although the password is right. */
    enum Missing {
        SECOND_FACTOR,
        SECOND_FACTOR_ENROLMENT,
        PASSWORD_CHANGE,
        FIT_PASSWORD
    }

    record LoggedIn(Principal principal) implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked,
                Function<Missing, R> incomplete) {
            return loggedIn.apply(principal);
        }
    }

    /** Deliberately without a reason: whether the name, the code or its age was wrong is nobody's business. */
    record WrongCredentials() implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked,
                Function<Missing, R> incomplete) {
            return wrong.get();
        }
    }

    record LockedOut(Duration remaining) implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked,
                Function<Missing, R> incomplete) {
            return lockedOut.apply(remaining);
        }
    }

    /** On the bank's blacklist. */
    record Blocked() implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked,
                Function<Missing, R> incomplete) {
            return blocked.get();
        }
    }

    record Incomplete(Missing missing) implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked,
                Function<Missing, R> incomplete) {
            return incomplete.apply(missing);
        }
    }
}
