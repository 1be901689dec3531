package org.linli.user.organisation;

import java.util.function.Function;

/** How hiring or changing a member of staff ended. */
sealed interface Staffing {
    <R> R fold(Function<StaffMember, R> done, Function<Refusal, R> refused);

    /** Why nothing happened. */
    enum Refusal {
        USERNAME_TAKEN,
        /** There is no such open branch. */
        ORGANISATION_UNKNOWN,
        ROLE_UNKNOWN,
        /** A role belongs to head office and cannot be held in a branch. */
        ROLE_OF_HEAD_OFFICE,
        /** Nobody decides on what they themselves may do. */
        OWN_CASE,
        /** Nobody hands out what they do not have. */
        GRANTS_BEYOND_OWN,
        HAS_LEFT,
        /** Unknown, gone, the member themselves, or someone of a branch for a role of head office. */
        DEPUTY_UNFIT,
        /** Ends before it begins, or before now. */
        LEAVE_INVALID,
        NOT_ON_LEAVE,
        PASSWORD_UNFIT
    }

    record Done(StaffMember member) implements Staffing {
        @Override
        public <R> R fold(Function<StaffMember, R> done, Function<Refusal, R> refused) {
            return done.apply(member);
        }
    }

    record Refused(Refusal why) implements Staffing {
        @Override
        public <R> R fold(Function<StaffMember, R> done, Function<Refusal, R> refused) {
            return refused.apply(why);
        }
    }
}
