package org.linli.user.rights;

import java.util.function.Function;
import java.util.function.Supplier;

/** How someone's wish to be forgotten ended. */
sealed interface Forgetting {
    <R> R fold(Supplier<R> forgotten, Supplier<R> retentionRequired, Function<String, R> lastOwner);

    record Forgotten() implements Forgetting {
        @Override
        public <R> R fold(Supplier<R> forgotten, Supplier<R> retentionRequired, Function<String, R> lastOwner) {
            return forgotten.get();
        }
    }

    /** The law demands that a borrower's data be kept. */
    record RetentionRequired() implements Forgetting {
        @Override
        public <R> R fold(Supplier<R> forgotten, Supplier<R> retentionRequired, Function<String, R> lastOwner) {
            return retentionRequired.get();
        }
    }

    /** Nobody else could run the merchant. */
    record LastOwner(String merchantId) implements Forgetting {
        @Override
        public <R> R fold(Supplier<R> forgotten, Supplier<R> retentionRequired, Function<String, R> lastOwner) {
            return lastOwner.apply(merchantId);
        }
    }
}
