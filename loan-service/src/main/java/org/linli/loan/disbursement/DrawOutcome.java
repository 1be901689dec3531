package org.linli.loan.disbursement;

/** What became of a draw. */
sealed interface DrawOutcome {
    <T> T answer(Cases<T> cases);

    record Drawn(Disbursement draw) implements DrawOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.drawn(draw);
        }
    }

    /** No such line, or not the caller's. */
    record NotFound() implements DrawOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    /** @param code what speaks against it */
    record Refused(String code) implements DrawOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.refused(code);
        }
    }

    interface Cases<T> {
        T drawn(Disbursement draw);

        T notFound();

        T refused(String code);
    }
}
