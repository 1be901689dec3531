package org.linli.loan.disbursement;

import java.util.List;
import org.linli.loan.application.Stage;

/** What became of an order, a request or a question of a clerk. */
sealed interface DisbursementOutcome {
    <T> T answer(Cases<T> cases);

    /** It is on its way or at its end; also when it was ordered before. */
    record Accepted(Disbursement disbursement) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.accepted(disbursement);
        }
    }

    /** No such thing, or none that the caller may see. */
    record NotFound() implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    record WrongStage(Stage current) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.wrongStage(current);
        }
    }

    /** A line is opened, not paid out, and the other way round. */
    record WrongKind(boolean revolving) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.wrongKind(revolving);
        }
    }

    /** Rule P-2. @param code the reason */
    record FourEyesConflict(String code) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(code);
        }
    }

    /** All that speaks against it. */
    record ConditionsOpen(List<FailedCondition> failed) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.conditionsOpen(failed);
        }
    }

    record NotInStatus(DisbursementStatus current) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notInStatus(current);
        }
    }

    /** Too many days ago to be taken back. */
    record TooLate(int days) implements DisbursementOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.tooLate(days);
        }
    }

    interface Cases<T> {
        T accepted(Disbursement disbursement);

        T notFound();

        T wrongStage(Stage current);

        T wrongKind(boolean revolving);

        T fourEyesConflict(String code);

        T conditionsOpen(List<FailedCondition> failed);

        T notInStatus(DisbursementStatus current);

        T tooLate(int days);
    }
}
