package org.linli.user.identity;

import java.util.function.Function;
import java.util.function.Supplier;

/** How enrolling someone with a merchant ended. */
public sealed interface Enrolment {
    <R> R fold(Function<String, R> enrolled, Supplier<R> userUnknown, Supplier<R> tooManyMemberships);

    record Enrolled(String userId) implements Enrolment {
        @Override
        public <R> R fold(Function<String, R> enrolled, Supplier<R> userUnknown, Supplier<R> tooManyMemberships) {
            return enrolled.apply(userId);
        }
    }

    record UserUnknown() implements Enrolment {
        @Override
        public <R> R fold(Function<String, R> enrolled, Supplier<R> userUnknown, Supplier<R> tooManyMemberships) {
            return userUnknown.get();
        }
    }

    record TooManyMemberships() implements Enrolment {
        @Override
        public <R> R fold(Function<String, R> enrolled, Supplier<R> userUnknown, Supplier<R> tooManyMemberships) {
            return tooManyMemberships.get();
        }
    }
}
