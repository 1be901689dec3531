package org.linli.user.invitation;

import org.linli.user.identity.Membership;

/** How accepting an invitation ended. */
sealed interface Acceptance {
    /** One for each way it may end. */
    interface Cases<R> {
        R joined(Membership membership);

        R unknown();

        R tooManyMemberships();
    }

    <R> R fold(Cases<R> cases);

    record Joined(Membership membership) implements Acceptance {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.joined(membership);
        }
    }

    /** Not open any more, or not theirs: whoever is not invited learns nothing about it. */
    record Unknown() implements Acceptance {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknown();
        }
    }

    record TooManyMemberships() implements Acceptance {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tooManyMemberships();
        }
    }
}
