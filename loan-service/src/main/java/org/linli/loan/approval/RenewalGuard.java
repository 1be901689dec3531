package org.linli.loan.approval;

/**
 * Whoever has made something of an approval and can say that it is too late to decide anew. With its yes it makes sure
 * that nothing more comes of the lapsed approval: nobody signs what is being decided on again.
 */
public interface RenewalGuard {
    /** May be asked any number of times. @return false when everybody has signed already */
    boolean letsGo(String caseId, String reason, String by);
}
