package org.linli.loan.disbursement;

/**
 * Whoever keeps account of what a case takes, such as of a guarantor's cap. Told as a step of the disbursement, so that
 * it is told again after a crash: every call may be repeated.
 */
public interface MoneyFollower {
    /** The money of the case is out, or its line is open. */
    void out(String caseId);

    /** It was taken back: the case is open again. */
    void back(String caseId);
}
