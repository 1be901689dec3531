package org.linli.loan.application;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way of an application from paper to money; its declaration order is the order of the way. */
public enum Stage {
    /** The papers are checked for completeness. */
    SUBMITTED("ACCOUNT_MANAGER", true),
    /** Two investigations at the same time (rule L-2). */
    INVESTIGATION("ACCOUNT_MANAGER", true),
    APPROVAL("APPROVER", false),
    CONTRACT("ACCOUNT_MANAGER", true),
    DISBURSEMENT("DISBURSEMENT_CLERK", false),
    /** The money is out: the end of the application, the beginning of the loan. */
    DISBURSED("ACCOUNT_MANAGER", true),
    /** Refused; an appeal leads back to the approval. */
    DECLINED("APPROVER", false),
    /** Taken back by the applicant before signing. */
    WITHDRAWN("ACCOUNT_MANAGER", true);

    private static final String HEAD_OFFICE = "hq";

    /** Where the way may lead from each stage; whoever moves an application finds here whether that is a way at all. */
    private static final Map<Stage, Set<Stage>> WAYS = Map.of(
            SUBMITTED, EnumSet.of(INVESTIGATION, APPROVAL, WITHDRAWN),
            INVESTIGATION, EnumSet.of(APPROVAL, WITHDRAWN),
            APPROVAL, EnumSet.of(CONTRACT, DECLINED, INVESTIGATION, WITHDRAWN),
            CONTRACT, EnumSet.of(DISBURSEMENT, WITHDRAWN),
            DISBURSEMENT, EnumSet.of(DISBURSED),
            DECLINED, EnumSet.of(APPROVAL));

    /**
     * Where a case may be led back to. Apart from {@link #WAYS}: a repeated step forward must never be taken for a way
     * back, nor the other way round.
     */
    private static final Map<Stage, Stage> WAYS_BACK = Map.of(
            // the approval lapsed: it is decided on anew
            CONTRACT, APPROVAL,
            // the contract was wrong: it is signed anew
            DISBURSEMENT, CONTRACT,
            // the money was taken back
            DISBURSED, DISBURSEMENT);

    private final String responsibleRole;
    private final boolean inBranch;

    Stage(String responsibleRole, boolean inBranch) {
        this.responsibleRole = responsibleRole;
        this.inBranch = inBranch;
    }

    Responsible responsible(String branchId) {
        return new Responsible(inBranch ? branchId : HEAD_OFFICE, responsibleRole);
    }

    /** The same for a role that is named for one case only. */
    static Responsible responsible(DecidingRole decides, String branchId) {
        return new Responsible(decides.inBranch() ? branchId : HEAD_OFFICE, decides.role());
    }

    /** To whom a broken promise is brought (rule L-1): the branch's head, or for head office's own stages the chair. */
    Responsible escalation(String branchId) {
        return inBranch ? new Responsible(branchId, "BRANCH_HEAD") : new Responsible(HEAD_OFFICE, "COMMITTEE_CHAIR");
    }

    /** What the approval may end with; a case that is sent back, or withdrawn, was not decided. */
    boolean isDecision() {
        return this == CONTRACT || this == DECLINED;
    }

    /**
     * The stage that staff enter by saying so: complete papers open the investigation. Every later one is entered by
     * its own act (both reports, a decision, a signature), never by hand.
     */
    Optional<Stage> enteredByHand() {
        return this == SUBMITTED ? Optional.of(INVESTIGATION) : Optional.empty();
    }

    boolean leadsTo(Stage target) {
        return WAYS.getOrDefault(this, Set.of()).contains(target);
    }

    boolean leadsBackTo(Stage target) {
        return WAYS_BACK.get(this) == target;
    }

    /** Somebody still has to do something, and the clock runs. */
    public boolean isOpen() {
        return compareTo(DISBURSED) < 0;
    }

    static Set<Stage> open() {
        return EnumSet.range(SUBMITTED, DISBURSEMENT);
    }

    /** Whether the stage lies before the decision, for which rule L-1 sets a limit. */
    boolean beforeDecision() {
        return compareTo(APPROVAL) <= 0;
    }
}
