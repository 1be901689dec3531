package org.linli.loan.application;

/**
 * Knows whether a case is signed although it was not moved on yet: the signature and the case are two documents. Whoever
 * keeps signatures implements it, so that nobody withdraws between the two writes.
 */
public interface SignatureWatch {
    boolean isSigned(String caseId);
}
