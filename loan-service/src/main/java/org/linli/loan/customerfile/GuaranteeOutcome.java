package org.linli.loan.customerfile;

/** What became of the wish to use a guarantee company's cap. Amounts in fen. */
public sealed interface GuaranteeOutcome {
    <T> T answer(Cases<T> cases);

    /** It is so now, or was before. */
    record Done(long availableFen) implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.done(availableFen);
        }
    }

    record UnknownCompany() implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownCompany();
        }
    }

    record AboveCap(long availableFen) implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.aboveCap(availableFen);
        }
    }

    /** The loan has another amount reserved: release it first. */
    record DifferentAmount(long reservedFen) implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.differentAmount(reservedFen);
        }
    }

    record NotReserved() implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notReserved();
        }
    }

    /** The loan gave it back; a late repetition of its reservation takes nothing. */
    record Released() implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.released();
        }
    }

    record CapBelowUse(long usedFen) implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.capBelowUse(usedFen);
        }
    }

    record Full(int most) implements GuaranteeOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.full(most);
        }
    }

    interface Cases<T> {
        T done(long availableFen);

        T unknownCompany();

        T aboveCap(long availableFen);

        T differentAmount(long reservedFen);

        T notReserved();

        T released();

        T capBelowUse(long usedFen);

        T full(int most);
    }
}
