package org.linli.loan.bureau;

/** The credit bureau, behind the bank's gateway to it. */
public interface Bureau {
    /** @throws org.linli.starter.web.DependencyUnavailableException when it does not answer, or not in time */
    Answer ask(Question question);

    /**
     * @param reference of the case: asking again under it counts as one query at the bureau
     * @param customerNumber the bank's number of whom it is about
     * @param consentReference the text that the person agreed to
     */
    record Question(String reference, String customerNumber, String consentReference) {
        @Override
        public String toString() {
            return "Question[" + reference + "]";
        }
    }

    /** What came back. */
    sealed interface Answer {}

    /** @param raw as received, to be kept encrypted */
    record Received(String raw, CreditReport report) implements Answer {
        @Override
        public String toString() {
            return "Received[hidden]";
        }
    }

    /** A report, but of somebody else: nothing of it is kept. */
    record OfSomebodyElse() implements Answer {}

    /** Something that is no report. */
    record Unreadable() implements Answer {}
}
