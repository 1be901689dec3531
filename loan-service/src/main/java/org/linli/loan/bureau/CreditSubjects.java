package org.linli.loan.bureau;

import org.linli.loan.application.LoanCase;

/** Whom a case's credit report is about, and whether that person agreed to be asked about. */
public interface CreditSubjects {
    /** @throws org.linli.starter.web.DependencyUnavailableException when that cannot be said at the moment */
    Answer of(LoanCase loanCase);

    sealed interface Answer {}

    /** @param consentReference the text that was agreed to */
    record Subject(String customerNumber, String consentReference) implements Answer {
        @Override
        public String toString() {
            return "Subject[hidden]";
        }
    }

    /** Never said yes, or took it back (rule P-4). */
    record NoConsent() implements Answer {}

    /** Agreed, but the bank does not know which of its customers it is. */
    record NotIdentified() implements Answer {}
}
