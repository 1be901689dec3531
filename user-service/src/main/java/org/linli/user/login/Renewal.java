package org.linli.user.login;

import java.util.function.Function;
import java.util.function.Supplier;

/** How renewing a login ended. */
sealed interface Renewal {
    <R> R fold(Function<Sessions.Tokens, R> renewed, Supplier<R> reused, Supplier<R> invalid);

    record Renewed(Sessions.Tokens tokens) implements Renewal {
        @Override
        public <R> R fold(Function<Sessions.Tokens, R> renewed, Supplier<R> reused, Supplier<R> invalid) {
            return renewed.apply(tokens);
        }
    }

    /** The token was used before: the login is over for everyone who holds a copy. */
    record Reused() implements Renewal {
        @Override
        public <R> R fold(Function<Sessions.Tokens, R> renewed, Supplier<R> reused, Supplier<R> invalid) {
            return reused.get();
        }
    }

    record Invalid() implements Renewal {
        @Override
        public <R> R fold(Function<Sessions.Tokens, R> renewed, Supplier<R> reused, Supplier<R> invalid) {
            return invalid.get();
        }
    }
}
