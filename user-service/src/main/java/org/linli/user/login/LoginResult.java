package org.linli.user.login;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.user.token.Principal;

/** How a login ended. */
sealed interface LoginResult {
    <R> R fold(
            Function<Principal, R> loggedIn, Supplier<R> wrong, Function<Duration, R> lockedOut, Supplier<R> blocked);

    record LoggedIn(Principal principal) implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked) {
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
                Supplier<R> blocked) {
            return wrong.get();
        }
    }

    record LockedOut(Duration remaining) implements LoginResult {
        @Override
        public <R> R fold(
                Function<Principal, R> loggedIn,
                Supplier<R> wrong,
                Function<Duration, R> lockedOut,
                Supplier<R> blocked) {
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
                Supplier<R> blocked) {
            return blocked.get();
        }
    }
}
