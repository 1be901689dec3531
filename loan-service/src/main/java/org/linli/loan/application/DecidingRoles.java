package org.linli.loan.application;

/**
 * Whoever knows the bands of the approval says here who decides on a case, so that the one responsible can be named
 * (rule L-1). Asked each time a case enters the approval.
 */
public interface DecidingRoles {
    DecidingRole of(LoanCase loanCase);
}
