package org.linli.loan.application;

import java.util.Optional;

/** The way of an application from paper to money; its declaration order is the order of the way. */
enum Stage {
    /** The papers are checked for completeness. */
    SUBMITTED("ACCOUNT_MANAGER", true),
    /** Two investigations at the same time (rule L-2). */
    INVESTIGATION("ACCOUNT_MANAGER", true),
    APPROVAL("APPROVER", false),
    CONTRACT("ACCOUNT_MANAGER", true),
    DISBURSEMENT("DISBURSEMENT_CLERK", false);

    private static final String HEAD_OFFICE = "hq";

    private final String responsibleRole;
    private final boolean inBranch;

    Stage(String responsibleRole, boolean inBranch) {
        this.responsibleRole = responsibleRole;
        this.inBranch = inBranch;
    }

    Responsible responsible(String branchId) {
        return new Responsible(inBranch ? branchId : HEAD_OFFICE, responsibleRole);
    }

    /**
     * The stage that staff enter by saying so: complete papers open the investigation. Every later one is entered by
     * its own act (both reports, a decision, a signature), never by hand.
     */
    Optional<Stage> enteredByHand() {
        return this == SUBMITTED ? Optional.of(INVESTIGATION) : Optional.empty();
    }

    /** Whether the stage lies before the decision, for which rule L-1 sets a limit. */
    boolean beforeDecision() {
        return compareTo(APPROVAL) <= 0;
    }
}
