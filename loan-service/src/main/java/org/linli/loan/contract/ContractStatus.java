package org.linli.loan.contract;

/** How far a contract is. */
public enum ContractStatus {
    /** Printed; may be prepared anew. */
    PREPARED,
    /** Before the parties. */
    SIGNING,
    /** Signed by all: final. */
    SIGNED,
    /** Somebody refused; may be prepared anew. */
    REFUSED,
    /** Not signed in time; may be prepared anew. */
    EXPIRED,
    /** The application was taken back before the borrower signed. */
    CANCELLED,
    /** Set aside by the bank, with a reason: it binds nobody and is prepared anew. */
    SUPERSEDED;

    /** Nobody is bound by it. */
    boolean isOver() {
        return this == REFUSED || this == EXPIRED || this == CANCELLED;
    }

    /** Whether it may be prepared (again). */
    boolean mayBePrepared() {
        return this != SIGNING && this != SIGNED;
    }
}
