package org.linli.loan.product;

/** What may secure a loan. */
public enum SecurityKind {
    /** Nothing but the borrower's own credit. */
    CREDIT,
    /** A guarantor's word. */
    GUARANTOR,
    /** Borrowers who stand in for each other. */
    JOINT_GUARANTEE,
    /** A guarantee company, with a cap that each loan consumes. */
    GUARANTEE_COMPANY,
    /** An insurer pays when the borrower does not. */
    PERFORMANCE_INSURANCE,
    FOREST_RIGHT,
    MACHINERY,
    LAND_USE_RIGHT,
    CONTRACTED_FARMLAND,
    FISHING_BOAT,
    RESIDENCE,
    /** Movable things or rights in the bank's hands. */
    PLEDGE
}
