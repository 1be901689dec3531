package org.linli.user.branch;

import java.util.function.Function;
import java.util.function.Supplier;

/** How opening a branch ended. */
sealed interface Opening {
    <R> R fold(Function<Branch, R> opened, Supplier<R> idTaken);

    record Opened(Branch branch) implements Opening {
        @Override
        public <R> R fold(Function<Branch, R> opened, Supplier<R> idTaken) {
            return opened.apply(branch);
        }
    }

    /** There is, or was, a branch of this id. */
    record IdTaken() implements Opening {
        @Override
        public <R> R fold(Function<Branch, R> opened, Supplier<R> idTaken) {
            return idTaken.get();
        }
    }
}
