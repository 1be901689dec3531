package org.linli.loan.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A feature that keeps something personal of applicants. What the law obliges a bank to keep is kept: files, decisions,
 * contracts and loans, and whatever belongs to a case that is open or became a loan.
 */
public interface PersonalTraces {
    /** Lets go what may go; may be called again. */
    void forget(Forgotten person);

    /**
     * Somebody who asked to be forgotten.
     *
     * @param cases all that they applied for
     */
    record Forgotten(String userId, List<LoanCase> cases) {
        public Forgotten {
            cases = List.copyOf(cases);
        }

        /** Cases that ended without a loan: nothing has to be kept of what people said in them. */
        public List<LoanCase> withoutLoan() {
            return cases.stream()
                    .filter(one -> one.stage() == Stage.DECLINED || one.stage() == Stage.WITHDRAWN)
                    .toList();
        }

        public boolean hasOpenCase() {
            return cases.stream().anyMatch(one -> one.stage().isOpen());
        }

        public Set<String> merchantIds() {
            return cases.stream().map(LoanCase::merchantId).collect(Collectors.toSet());
        }
    }
}
