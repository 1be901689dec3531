package org.linli.loan.straightthrough;

import org.linli.loan.policy.CaseAssessment;

/**
 * What happens to a case that the short way decided, once it is in the stage APPROVAL: whoever keeps the bank's decisions
 * provides a bean that records this one and moves the case on. Without one the case just moves on.
 */
public interface PathEnd {
    /**
     * May be called again for the same decision after a crash.
     *
     * @param decision approved or declined
     * @param assessment on which it rests
     */
    void end(ShortDecision decision, CaseAssessment assessment);
}
