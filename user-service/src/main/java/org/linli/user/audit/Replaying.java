package org.linli.user.audit;

import java.util.function.Supplier;

/** What came of trying a dead letter again. */
sealed interface Replaying {
    <R> R fold(Supplier<R> appended, Supplier<R> alreadyThere, Supplier<R> malformed);

    record Appended() implements Replaying {
        @Override
        public <R> R fold(Supplier<R> appended, Supplier<R> alreadyThere, Supplier<R> malformed) {
            return appended.get();
        }
    }

    /** It had become a row in the meantime. */
    record AlreadyThere() implements Replaying {
        @Override
        public <R> R fold(Supplier<R> appended, Supplier<R> alreadyThere, Supplier<R> malformed) {
            return alreadyThere.get();
        }
    }

    /** It can be no row, however often it is tried. */
    record Malformed() implements Replaying {
        @Override
        public <R> R fold(Supplier<R> appended, Supplier<R> alreadyThere, Supplier<R> malformed) {
            return malformed.get();
        }
    }
}
