package org.linli.loan.contract;

import java.util.Optional;

/** Where approved terms come from. Whoever decides on cases implements it; without one nothing counts as approved. */
public interface Approvals {
    /** Empty while nothing is approved. */
    Optional<ApprovedTerms> termsOf(String caseId);
}
