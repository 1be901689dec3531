package org.linli.user.branch;

import java.util.function.Function;
import java.util.function.Supplier;

/** How changing a branch ended. */
sealed interface Changing {
    <R> R fold(Function<Branch, R> changed, Supplier<R> alreadyClosed, Supplier<R> stale);

    record Changed(Branch branch) implements Changing {
        @Override
        public <R> R fold(Function<Branch, R> changed, Supplier<R> alreadyClosed, Supplier<R> stale) {
            return changed.apply(branch);
        }
    }

    /** A closed branch does not change any more. */
    record AlreadyClosed() implements Changing {
        @Override
        public <R> R fold(Function<Branch, R> changed, Supplier<R> alreadyClosed, Supplier<R> stale) {
            return alreadyClosed.get();
        }
    }

    /** Someone else changed it since the caller read it. */
    record Stale() implements Changing {
        @Override
        public <R> R fold(Function<Branch, R> changed, Supplier<R> alreadyClosed, Supplier<R> stale) {
            return stale.get();
        }
    }
}
