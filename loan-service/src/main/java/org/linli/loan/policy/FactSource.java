package org.linli.loan.policy;

import java.time.LocalDate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.kernel.Facts;

/**
 * Where facts about a case come from: the credit report, the platform's turnover, the investigation, the customer file. A
 * feature that knows facts provides a bean of this type; what no source tells is unknown, and unknown never passes.
 */
public interface FactSource {
    /** Stable; stored when the source did not answer. */
    String name();

    /**
     * Everything that it knows about the case; called beside the other sources, on a thread of its own.
     *
     * @param on the business day on which the case is judged
     * @throws org.linli.starter.web.DependencyUnavailableException when it cannot say at the moment
     */
    Facts tell(LoanCase loanCase, LocalDate on);
}
