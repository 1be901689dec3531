package org.linli.loan.village;

import org.jspecify.annotations.Nullable;

/** What became of the wish to bring a household's credit on. */
sealed interface CreditOutcome {
    <T> T answer(Cases<T> cases);

    record Changed(VillageCredit credit) implements CreditOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.changed(credit);
        }
    }

    /** @param detail what the reason is about: a date, an amount, a code */
    record Refused(Reason reason, @Nullable Object detail) implements CreditOutcome {
        static Refused of(Reason reason) {
            return new Refused(reason, null);
        }

        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.refused(reason, detail);
        }
    }

    enum Reason {
        NOT_FOUND,
        /** Not in this stage. */
        WRONG_STAGE,
        /** No household's file of this village's branch. */
        NO_HOUSEHOLD_FILE,
        LIMIT_UNKNOWN,
        LIMIT_TOO_LITTLE,
        ABOVE_SUGGESTION,
        FOUR_EYES,
        OBJECTION_PERIOD_OPEN,
        OBJECTION_PERIOD_OVER,
        OBJECTIONS_OPEN,
        TOO_MANY_OBJECTIONS,
        NO_SUCH_OBJECTION,
        OBJECTION_RESOLVED,
        NO_JOINT_GROUP,
        TOO_MANY_LOANS
    }

    interface Cases<T> {
        T changed(VillageCredit credit);

        T refused(Reason reason, @Nullable Object detail);
    }
}
