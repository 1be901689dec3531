package org.linli.loan.approval;

/** Why something about a decision is refused. Each has its status at the web edge. */
enum Refusal {
    NOT_FOUND,
    /** The case is not where this can be done; the argument is its stage. */
    WRONG_STAGE,
    /** The argument is the reason of four eyes (rule P-2). */
    FOUR_EYES,
    /** An appeal is heard by somebody else. */
    DECIDED_BEFORE,
    /** The argument is the limit in yuan. */
    ABOVE_LIMIT,
    /** An appeal goes higher. */
    HIGHER_LEVEL,
    /** The arguments are the faults of the terms. */
    TERMS,
    /** The arguments are the inputs that are not available. */
    INPUTS_MISSING,
    /** Only the committee decides here. */
    COMMITTEE_ONLY,
    ALREADY_DECIDED,
    TOO_MANY_ROUNDS,
    /** The committee has the case. */
    IN_SESSION,
    NO_SESSION,
    TOO_MANY_SESSIONS,
    /** The argument is the number of members expected. */
    WRONG_COMMITTEE,
    /** The arguments are what is against a member, and which. */
    MEMBER_UNFIT,
    /** The argument is the longest time in hours. */
    WRONG_DEADLINE,
    NOT_INVITED,
    VOTING_CLOSED,
    ALREADY_VOTED,
    EXCLUDED,
    /** The argument is the quorum. */
    QUORUM_MISSING,
    NOT_THE_CHAIR,
    NO_FREE_SEAT,
    SESSION_OPEN,
    CONDITION_UNKNOWN,
    CONDITION_SETTLED,
    /** The argument is the last day of the approval. */
    STILL_VALID,
    RENEWAL_ASKED,
    CONTRACT_SIGNED,
    APPEAL_FILED,
    /** The argument is the last day. */
    APPEAL_TOO_LATE
}
