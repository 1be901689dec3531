package org.linli.loan.application;

import org.linli.loan.foureyes.FourEyes;

/** What became of the wish to enter a stage. */
sealed interface StageOutcome {
    <T> T answer(Cases<T> cases);

    record Entered(LoanApplication application) implements StageOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.entered(application);
        }
    }

    /** The way does not lead from here to there. */
    record IllegalStage(Stage current, Stage wanted) implements StageOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.illegalStage(current, wanted);
        }
    }

    /** The one who wants it has a hand in the case (rule P-2). */
    record FourEyesConflict(FourEyes.Reason reason) implements StageOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    /** Somebody else is named, and the caller is no deputy (rule L-1). */
    record NotResponsible() implements StageOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notResponsible();
        }
    }

    /** No such application, or none that the caller may see. */
    record NotFound() implements StageOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    interface Cases<T> {
        T entered(LoanApplication application);

        T illegalStage(Stage current, Stage wanted);

        T fourEyesConflict(FourEyes.Reason reason);

        T notResponsible();

        T notFound();
    }
}
