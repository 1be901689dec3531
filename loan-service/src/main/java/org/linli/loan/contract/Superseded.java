package org.linli.loan.contract;

import java.time.Instant;

/** Why an edition of a contract was set aside, and by whom. */
record Superseded(String reason, String by, Instant at) {
    /** The reason may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "Superseded[" + at + "]";
    }
}
