package org.linli.user.organisation;

import java.util.function.Function;

/** How hiring ended. */
sealed interface Hiring {
    <R> R fold(Function<StaffMember, R> hired, Function<Refusal, R> refused);

    /** Why nobody was hired. */
    enum Refusal {
        USERNAME_TAKEN,
        /** There is no such open branch. */
        ORGANISATION_UNKNOWN,
        /** A role belongs to head office and cannot be held in a branch. */
        ROLE_OF_HEAD_OFFICE
    }

    record Hired(StaffMember member) implements Hiring {
        @Override
        public <R> R fold(Function<StaffMember, R> hired, Function<Refusal, R> refused) {
            return hired.apply(member);
        }
    }

    record Refused(Refusal why) implements Hiring {
        @Override
        public <R> R fold(Function<StaffMember, R> hired, Function<Refusal, R> refused) {
            return refused.apply(why);
        }
    }
}
