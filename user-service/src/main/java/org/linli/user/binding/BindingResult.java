package org.linli.user.binding;

import org.linli.user.identity.User;

/** How binding oneself to a customer of the bank ended (rule W-8). */
sealed interface BindingResult {
    /** One for each way it may end. */
    interface Cases<R> {
        R bound(User user);

        R refused(Refusal refusal);
    }

    <R> R fold(Cases<R> cases);

    /** Why not. */
    enum Refusal {
        CODE_WRONG,
        IDENTITY_MISMATCH,
        TOO_MANY_ATTEMPTS,
        TOO_MANY_USERS,
        OTHER_CUSTOMER_BOUND,
        BLOCKED
    }

    record Bound(User user) implements BindingResult {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bound(user);
        }
    }

    record Refused(Refusal refusal) implements BindingResult {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(refusal);
        }
    }
}
