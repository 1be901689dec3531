package org.linli.user.token;

import java.util.function.Function;
import java.util.function.Supplier;

/** How renewing a login with a refresh token ended. */
public sealed interface Rotation {
    <R> R fold(Function<Rotated, R> rotated, Supplier<R> reused, Supplier<R> invalid);

    record Rotated(String userId, Principal.Kind kind, String refreshToken, String sessionId) implements Rotation {
        @Override
        public <R> R fold(Function<Rotated, R> rotated, Supplier<R> reused, Supplier<R> invalid) {
            return rotated.apply(this);
        }

        @Override
        public String toString() {
            return "Rotated[" + userId + "]";
        }
    }

    /** A token that was used before: someone has a copy, so the whole login is over. */
    record Reused() implements Rotation {
        @Override
        public <R> R fold(Function<Rotated, R> rotated, Supplier<R> reused, Supplier<R> invalid) {
            return reused.get();
        }
    }

    /** Unknown, expired or revoked; or its person is gone. */
    record Invalid() implements Rotation {
        @Override
        public <R> R fold(Function<Rotated, R> rotated, Supplier<R> reused, Supplier<R> invalid) {
            return invalid.get();
        }
    }
}
