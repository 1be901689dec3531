package org.linli.loan.disbursement;

import java.util.List;

/**
 * Which of the conditions of an approval are not yet met. Whoever follows them implements it; without one all of them
 * are open.
 */
public interface ConditionsPrecedent {
    /** @param agreed the conditions in the contract */
    List<String> open(String caseId, List<String> agreed);
}
