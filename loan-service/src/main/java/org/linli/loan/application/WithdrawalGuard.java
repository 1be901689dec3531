package org.linli.loan.application;

/**
 * Whoever can say that it is too late to take an application back. Asked before a case becomes {@link Stage#WITHDRAWN};
 * with its yes it makes sure that it stays a yes, so that nobody signs what is being taken back.
 */
public interface WithdrawalGuard {
    /**
     * May be asked any number of times.
     *
     * @throws org.linli.starter.web.DependencyUnavailableException when it cannot be known just now
     */
    boolean letsGo(LoanCase loanCase);
}
