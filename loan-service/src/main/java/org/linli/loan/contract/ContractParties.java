package org.linli.loan.contract;

import java.util.List;

/** The people of a contract and where the money goes, as they are printed; stored encrypted only (rule P-4). */
public record ContractParties(Person borrower, List<Person> guarantors, Payee payee) {
    public ContractParties {
        guarantors = List.copyOf(guarantors);
    }

    /** @param idNumber of a person, or the code of an enterprise */
    public record Person(String name, String idNumber, String phone, String address) {
        /** The first character tells people apart well enough. */
        String maskedName() {
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
        }

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    @Override
    public String toString() {
        return "ContractParties[hidden]";
    }
}
