package org.linli.loan.contract;

import org.linli.loan.application.Stage;
import org.linli.loan.foureyes.FourEyes;

/** What became of the wish to prepare a contract or to put it before the parties. */
sealed interface PreparationOutcome {
    <T> T answer(Cases<T> cases);

    record Done(Contract contract) implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.done(contract);
        }
    }

    /** No such case, or none that the caller may see; or no contract yet. */
    record NotFound() implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    record WrongStage(Stage current) implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.wrongStage(current);
        }
    }

    /** Whoever approves has not said what is approved. */
    record NotApproved() implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notApproved();
        }
    }

    record ApprovalLapsed() implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.approvalLapsed();
        }
    }

    /** A name or address has a character that cannot be printed. */
    record Unprintable() implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unprintable();
        }
    }

    /** It lies before the parties, is signed, or has come to an end: prepare a new one. */
    record NotInStatus(ContractStatus current) implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notInStatus(current);
        }
    }

    /** Nobody prepares a contract of their own (rule P-2). */
    record FourEyesConflict(FourEyes.Reason reason) implements PreparationOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    interface Cases<T> {
        T done(Contract contract);

        T notFound();

        T wrongStage(Stage current);

        T notApproved();

        T approvalLapsed();

        T unprintable();

        T notInStatus(ContractStatus current);

        T fourEyesConflict(FourEyes.Reason reason);
    }
}
