package org.linli.loan.approval;

import org.linli.loan.foureyes.FourEyes;

/** What became of a proposed or confirmed limit. */
sealed interface LimitOutcome {
    <T> T answer(Cases<T> cases);

    record Done(DelegationLimit limit) implements LimitOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.done(limit);
        }
    }

    record NotFound() implements LimitOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    record NothingProposed() implements LimitOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.nothingProposed();
        }
    }

    /** A limit above the band, or one that ends, ends within so many days. */
    record NeedsAnEnd(int days) implements LimitOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.needsAnEnd(days);
        }
    }

    record FourEyesConflict(FourEyes.Reason reason) implements LimitOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    interface Cases<T> {
        T done(DelegationLimit limit);

        T notFound();

        T nothingProposed();

        T needsAnEnd(int days);

        T fourEyesConflict(FourEyes.Reason reason);
    }
}
