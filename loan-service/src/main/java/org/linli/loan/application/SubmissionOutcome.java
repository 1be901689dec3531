package org.linli.loan.application;

import java.util.List;

/** What became of a submission. */
sealed interface SubmissionOutcome {
    <T> T answer(Cases<T> cases);

    /** @param repeated the same submission had been stored before */
    record Accepted(LoanApplication application, boolean repeated) implements SubmissionOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.accepted(application, repeated);
        }
    }

    /** Rules refused; all of them are named, not only the first. */
    record Ineligible(List<FailedRule> failed) implements SubmissionOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.ineligible(failed);
        }
    }

    record UnknownProduct() implements SubmissionOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownProduct();
        }
    }

    /** The business begins after today. */
    record StartsInFuture() implements SubmissionOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.startsInFuture();
        }
    }

    /** The merchant has as many open applications for the product as are allowed; one of them is named. */
    record OpenApplicationExists(String applicationId) implements SubmissionOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.openApplicationExists(applicationId);
        }
    }

    interface Cases<T> {
        T accepted(LoanApplication application, boolean repeated);

        T ineligible(List<FailedRule> failed);

        T unknownProduct();

        T startsInFuture();

        T openApplicationExists(String applicationId);
    }
}
