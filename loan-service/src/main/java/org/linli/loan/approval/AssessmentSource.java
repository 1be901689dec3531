package org.linli.loan.approval;

import java.util.Optional;
import org.linli.loan.application.LoanCase;

/** Whoever assesses cases offers the result here. Without one, an assessment is not available, which is no pass. */
public interface AssessmentSource {
    /** Empty: there is none (yet). */
    Optional<Assessment> of(LoanCase loanCase);
}
