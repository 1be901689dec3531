package org.linli.loan.application;

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

        T notFound();
    }
}
