package org.linli.loan.bureau;

import org.linli.loan.foureyes.FourEyes;

/** What became of an explanation that was handed in or decided on. */
sealed interface ExplanationOutcome {
    <T> T answer(Cases<T> cases);

    record Done(CreditCheck check) implements ExplanationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.done(check);
        }
    }

    /** No report shows arrears, or nobody explained them. */
    record NothingToExplain() implements ExplanationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.nothingToExplain();
        }
    }

    /** It was decided on before, which stays. */
    record Decided() implements ExplanationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.decidedBefore();
        }
    }

    record FourEyesConflict(FourEyes.Reason reason) implements ExplanationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    interface Cases<T> {
        T done(CreditCheck check);

        T nothingToExplain();

        T decidedBefore();

        T fourEyesConflict(FourEyes.Reason reason);
    }
}
