package org.linli.loan.straightthrough;

import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.CaseAssessment;

/** Where what was decided at once is kept: in the same place and form as what people decide. */
public interface DecisionBook {
    /**
     * Keeps the decision of a case that is in the approval and moves the case; a repetition changes nothing. Where the
     * book does not take it, the case stays with people.
     */
    void keep(LoanCase loanCase, ShortDecision made, CaseAssessment reasons);
}
