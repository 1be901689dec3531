package org.linli.loan.disbursement;

import java.time.Instant;

/**
 * That nothing is to be paid under a contract, because it is to be signed anew.
 *
 * @param edition of the contract; a later one may be paid under
 */
record SetAside(int edition, String reason, String by, Instant at) {
    boolean isSameWish(String why, String who) {
        return reason.equals(why) && by.equals(who);
    }

    /** The reason may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "SetAside[" + edition + "]";
    }
}
