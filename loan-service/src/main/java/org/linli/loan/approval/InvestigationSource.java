package org.linli.loan.approval;

import java.util.Optional;
import org.linli.loan.application.LoanCase;

/** Whoever investigates cases offers the findings here. Without one, they are not available, which is no pass. */
public interface InvestigationSource {
    /** Empty: there are none (yet). */
    Optional<Investigation> of(LoanCase loanCase);
}
