package org.linli.loan.customerfile;

/** What became of the wish to open or change a file. */
sealed interface FileOutcome {
    <T> T answer(Cases<T> cases);

    record Changed(CustomerFile file) implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.changed(file);
        }
    }

    /** No such file, or none that the caller may see. */
    record NotFound() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.notFound();
        }
    }

    /** Not a place of the caller's. */
    record OutsideScope() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.outsideScope();
        }
    }

    /** There is a file of this holder already, maybe at another branch. */
    record Exists() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.exists();
        }
    }

    record DuplicatePerson() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.duplicatePerson();
        }
    }

    record Full(String what, int most) implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.full(what, most);
        }
    }

    record UnknownMerchant() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.unknownMerchant();
        }
    }

    /** The merchant's file is another one. */
    record MerchantHasFile() implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.merchantHasFile();
        }
    }

    /** The guarantee would be worth nothing, or nobody can tell. */
    record GuarantorRefused(GuarantorVerdict verdict) implements FileOutcome {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.guarantorRefused(verdict);
        }
    }

    interface Cases<T> {
        T changed(CustomerFile file);

        T notFound();

        T outsideScope();

        T exists();

        T duplicatePerson();

        T full(String what, int most);

        T unknownMerchant();

        T merchantHasFile();

        T guarantorRefused(GuarantorVerdict verdict);
    }
}
